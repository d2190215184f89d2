;;; The same session as session.lua, in Emacs with eglot. -*- lexical-binding: t -*-

(require 'resolint)
(require 'eglot)

(unless (require 'markdown-mode nil t)
  (define-derived-mode markdown-mode text-mode "Markdown"))

(setq eglot-sync-connect 30
      eglot-confirm-server-initiated-edits nil
      make-backup-files nil)

(defun session-wait (condition error-message)
  "Wait until CONDITION returns non-nil, or exit with ERROR-MESSAGE."
  (with-timeout (30 (message "%s" error-message) (kill-emacs 1))
    (while (not (funcall condition)) (accept-process-output nil 0.05))))

(find-file "draft.md")
(markdown-mode)
(apply #'eglot (eglot--guess-contact))
(session-wait #'eglot-current-server "the server did not start")
(flymake-mode 1)
(session-wait (lambda () (flymake-start) (flymake-diagnostics)) "no findings were received")

(let ((found (mapcar (lambda (finding)
                       (format "%d %s"
                               (line-number-at-pos (flymake-diagnostic-beg finding) t)
                               (flymake-diagnostic-text finding)))
                     (flymake-diagnostics))))
  (with-temp-file (getenv "FOUND") (insert (mapconcat #'identity found "\n"))))

(let* ((actions (jsonrpc-request
                 (eglot-current-server) :textDocument/codeAction
                 (list :textDocument (eglot--TextDocumentIdentifier)
                       :range (list :start (eglot--pos-to-lsp-position (point-min))
                                    :end (eglot--pos-to-lsp-position (point-max)))
                       :context '(:diagnostics [] :only ["source.fixAll.resolint"]))))
       (action (elt actions 0))
       (resolved (if (plist-get action :edit) action
                     (jsonrpc-request (eglot-current-server) :codeAction/resolve action))))
  (eglot--apply-workspace-edit (plist-get resolved :edit)))
(save-buffer)
(kill-emacs 0)
