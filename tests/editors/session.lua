-- A session of someone who opens a draft, reads what is found, has it mended and saves it.
-- What was found is written to the file that FOUND names: a row from 1 and a code a line.

local function stop(words)
  io.stderr:write(words .. "\n")
  vim.cmd("cquit 1")
end

local function shown(code)
  return code == nil and "" or tostring(code)
end

vim.cmd("edit draft.md")
if not vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 50) then
  stop("no findings came")
end

local lines = {}
for _, finding in ipairs(vim.diagnostic.get(0)) do
  local code = finding.code or (finding.user_data and finding.user_data.lsp and finding.user_data.lsp.code)
  table.insert(lines, string.format("%d %s", finding.lnum + 1, shown(code)))
end
vim.fn.writefile(lines, vim.env.FOUND)

local asked = vim.lsp.util.make_range_params()
asked.context = { only = { "source.fixAll.resolint" }, diagnostics = {} }
local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", asked, 30000)
if answers == nil then
  stop("no code actions came")
end
for id, answer in pairs(answers) do
  for _, action in ipairs(answer.result or {}) do
    if not action.edit then
      local resolved = vim.lsp.get_client_by_id(id).request_sync("codeAction/resolve", action, 30000, 0)
      action = resolved and resolved.result or action
    end
    vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(id).offset_encoding)
  end
end
vim.cmd("write")
vim.cmd("qall!")
