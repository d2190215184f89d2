# resolint in Kakoune with kakoune-lsp 18 or later. Add this to ~/.config/kak/kakrc, after the lines that load kakoune-lsp.

hook global BufSetOption filetype=markdown %{
    set-option buffer lsp_servers "
        [resolint]
        root = ""%sh{eval ""$kak_opt_lsp_find_root"" resolint.toml .git $(: kak_buffile)}""
        command = ""resolint""
        args = [""server""]
    "
}

hook global WinSetOption filetype=markdown %{
    lsp-enable-window
}
