-- resolint in Neovim 0.7 to 0.10. Copy this file to ~/.config/nvim/plugin/, or load it from init.lua with `dofile`.
-- It starts one server for each project and attaches all Markdown and text buffers to it.
-- For later versions, lsp/resolint.lua is the standard form; this file works there as well.

local COMMAND = { vim.env.RESOLINT or "resolint", "server" }
local FILETYPES = { "markdown", "text" }
local ROOTS = { "resolint.toml", "pyproject.toml", ".git" }

if vim.lsp.config then -- Neovim 0.11 and later
  vim.lsp.config("resolint", { cmd = COMMAND, filetypes = FILETYPES, root_markers = ROOTS })
  vim.lsp.enable("resolint")
  return
end

local clients = {}

local function root_of(buffer)
  local directory = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ":p:h")
  local current = directory
  while true do
    for _, name in ipairs(ROOTS) do
      if vim.loop.fs_stat(current .. "/" .. name) then
        return current
      end
    end
    local parent = vim.fn.fnamemodify(current, ":h")
    if parent == current then
      return directory
    end
    current = parent
  end
end

local function attach(buffer)
  local root = root_of(buffer)
  if not (clients[root] and vim.lsp.get_client_by_id(clients[root])) then
    clients[root] = vim.lsp.start_client({
      name = "resolint",
      cmd = COMMAND,
      root_dir = root,
      workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
    })
  end
  if clients[root] then
    vim.lsp.buf_attach_client(buffer, clients[root])
  end
end

vim.api.nvim_create_autocmd("FileType", {
  pattern = FILETYPES,
  group = vim.api.nvim_create_augroup("resolint", { clear = true }),
  callback = function(event)
    attach(event.buf)
  end,
})
