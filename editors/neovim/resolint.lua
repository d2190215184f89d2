-- resolint in Neovim, from 0.7 on. Put this file into ~/.config/nvim/plugin/, or `dofile` it from init.lua.
-- It starts one server for each project and attaches every Markdown and text buffer to it.

local COMMAND = { vim.env.RESOLINT or "resolint", "server" }
local FILETYPES = { "markdown", "text" }
local ROOTS = { "resolint.toml", "pyproject.toml", ".git" }

if vim.lsp.config then -- 0.11 and later
  vim.lsp.config("resolint", { cmd = COMMAND, filetypes = FILETYPES, root_markers = ROOTS })
  vim.lsp.enable("resolint")
  return
end

local clients = {}

local function root_of(buffer)
  local folder = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ":p:h")
  local here = folder
  while true do
    for _, name in ipairs(ROOTS) do
      if vim.loop.fs_stat(here .. "/" .. name) then
        return here
      end
    end
    local above = vim.fn.fnamemodify(here, ":h")
    if above == here then
      return folder
    end
    here = above
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
