-- A session in Neovim: open a draft, list its findings, apply all safe fixes and save.
-- The findings are written to the file in the environment variable FOUND: row (from 1) and code, one per line.

local function fail(message)
  io.stderr:write(message .. "\n")
  vim.cmd("cquit 1")
end

vim.cmd("edit draft.md")
if not vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 50) then
  fail("no findings were received")
end

local lines = {}
for _, finding in ipairs(vim.diagnostic.get(0)) do
  local code = finding.code or (finding.user_data and finding.user_data.lsp and finding.user_data.lsp.code)
  table.insert(lines, string.format("%d %s", finding.lnum + 1, tostring(code or "")))
end
vim.fn.writefile(lines, vim.env.FOUND)

local params = vim.lsp.util.make_range_params()
params.context = { only = { "source.fixAll.resolint" }, diagnostics = {} }
local responses = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 30000)
if responses == nil then
  fail("no code actions were received")
end
for id, response in pairs(responses) do
  for _, action in ipairs(response.result or {}) do
    if not action.edit then
      local resolved = vim.lsp.get_client_by_id(id).request_sync("codeAction/resolve", action, 30000, 0)
      action = resolved and resolved.result or action
    end
    vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(id).offset_encoding)
  end
end
vim.cmd("write")
vim.cmd("qall!")
