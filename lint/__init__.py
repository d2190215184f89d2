"""From files to results: read, check, fix and report drafts."""
