;;; resolint.el --- resolint in Emacs, with eglot or lsp-mode -*- lexical-binding: t -*-

;; Put this file in a directory of the `load-path', and add (require 'resolint) to your init file.
;; With eglot (built into Emacs 29, a package for earlier versions), run M-x eglot in a draft,
;; or add `eglot-ensure' to `markdown-mode-hook'.  With lsp-mode, run M-x lsp.

;;; Code:

(defgroup resolint nil
  "Drafting linter for resolutions."
  :group 'text)

(defcustom resolint-command '("resolint" "server")
  "Program and arguments that start the language server."
  :type '(repeat string))

(defconst resolint-modes '(markdown-mode gfm-mode text-mode)
  "Major modes in which resolint checks the buffer.")

(defun resolint--command (&rest _)
  "Return the value of `resolint-command' when the server starts."
  resolint-command)

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs (cons resolint-modes #'resolint--command)))

(declare-function lsp-register-client "lsp-mode")
(declare-function make-lsp-client "lsp-mode")
(declare-function lsp-stdio-connection "lsp-mode")
(defvar lsp-language-id-configuration)
(with-eval-after-load 'lsp-mode
  (dolist (mode resolint-modes)
    (add-to-list 'lsp-language-id-configuration (cons mode "markdown") t))
  (lsp-register-client
   (make-lsp-client
    :new-connection (lsp-stdio-connection #'resolint--command)
    :major-modes resolint-modes
    :add-on? t
    :server-id 'resolint)))

(provide 'resolint)
;;; resolint.el ends here
