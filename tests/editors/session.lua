-- A session in Neovim: open a draft, list its findings, and save it.
-- The findings are written to the file in the environment variable FOUND: row (from 1) and code, one per line.
-- The lines of the configuration that fix on save have been run before.

local function fail(message)
  io.stderr:write(message .. "\n")
  vim.cmd("cquit 1")
end

vim.cmd("edit " .. vim.env.DRAFT)
if not vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 50) then
  fail("no findings were received")
end

local lines = {}
for _, finding in ipairs(vim.diagnostic.get(0)) do
  local code = finding.code or (finding.user_data and finding.user_data.lsp and finding.user_data.lsp.code)
  table.insert(lines, string.format("%d %s", finding.lnum + 1, tostring(code or "")))
end
vim.fn.writefile(lines, vim.env.FOUND)

vim.cmd("write")
if vim.bo.modified then
  fail("the buffer was changed after it was saved")
end
vim.cmd("qall!")
