"""lsp.handlers"""
