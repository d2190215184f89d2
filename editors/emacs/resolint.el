;;; resolint.el --- resolint in Emacs, with eglot or lsp-mode -*- lexical-binding: t -*-

;; Put this file in a directory of the `load-path', and add (require 'resolint) to your init file.
;; With eglot (built into Emacs 29, a package for earlier versions), run M-x eglot in a Markdown file,
;; or add `eglot-ensure' to `markdown-mode-hook'.  In a text file, run M-x resolint-eglot, or add
;; `resolint-eglot-ensure-text' to `text-mode-hook'.  With lsp-mode, run M-x lsp.

;;; Code:

(defgroup resolint nil
  "Drafting linter for resolutions."
  :group 'text)

(defcustom resolint-command '("resolint" "server")
  "Program and arguments that start the language server."
  :type '(repeat string))

;; Not `text-mode': the modes for LaTeX, HTML, Org and others are derived from it, and eglot would start resolint there.
(defconst resolint-modes '(markdown-mode gfm-mode)
  "Major modes for which resolint is registered.")

(defun resolint--command (&rest _)
  "Return the value of `resolint-command' when the server starts."
  resolint-command)

(defun resolint-text-file-p ()
  "Return non-nil if the buffer visits a text file in a folder with resolint.toml, and has exactly `text-mode'."
  (and (eq major-mode 'text-mode)
       buffer-file-name
       (locate-dominating-file buffer-file-name "resolint.toml")))

(defvar eglot-server-programs)
(declare-function eglot-ensure "eglot")
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs (cons resolint-modes #'resolint--command)))

(defun resolint--use-in-buffer ()
  "Make eglot start resolint in this buffer, whatever its major mode."
  (require 'eglot)
  (setq-local eglot-server-programs
              (cons `(((,major-mode :language-id "plaintext")) . resolint--command) eglot-server-programs)))

;;;###autoload
(defun resolint-eglot ()
  "Start eglot with resolint in this buffer, whatever its major mode."
  (interactive)
  (resolint--use-in-buffer)
  (call-interactively 'eglot))

;;;###autoload
(defun resolint-eglot-ensure-text ()
  "Start eglot with resolint if the buffer visits a text file in a folder with resolint.toml.
For `text-mode-hook'.  Buffers of derived modes are not affected."
  (when (resolint-text-file-p)
    (resolint--use-in-buffer)
    (eglot-ensure)))

(declare-function lsp-register-client "lsp-mode")
(declare-function make-lsp-client "lsp-mode")
(declare-function lsp-stdio-connection "lsp-mode")
(defvar lsp-language-id-configuration)
(with-eval-after-load 'lsp-mode
  (dolist (language '((markdown-mode . "markdown") (gfm-mode . "markdown") (text-mode . "plaintext")))
    (add-to-list 'lsp-language-id-configuration language t))
  (lsp-register-client
   (make-lsp-client
    :new-connection (lsp-stdio-connection #'resolint--command)
    :activation-fn (lambda (_file mode) (or (memq mode resolint-modes) (resolint-text-file-p)))
    :add-on? t
    :server-id 'resolint)))

(provide 'resolint)
;;; resolint.el ends here
