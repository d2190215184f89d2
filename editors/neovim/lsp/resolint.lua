-- resolint in Neovim 0.11 and later. Copy this file to ~/.config/nvim/lsp/, and add this to init.lua:
-- vim.lsp.enable("resolint")

return {
  cmd = { vim.env.RESOLINT or "resolint", "server" },
  filetypes = { "markdown", "text" },
  root_markers = { "resolint.toml", "pyproject.toml", ".git" },
}
