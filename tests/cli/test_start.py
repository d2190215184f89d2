"""The start of the command changes nothing that other modules import."""

import os
import subprocess
import sys


def test_argparse_has_english_messages_and_gettext_is_that_of_python():
    code = (
        "from resolint.__main__ import _import_argparse; _import_argparse(); import argparse, gettext\n"
        "print(gettext.__file__ is not None, gettext.gettext('x'), argparse.ngettext('one', 'several', 2))\n"
        "argparse.ArgumentParser(prog='lamp').parse_args(['--lit'])"
    )
    environment = os.environ | {"LANGUAGE": "de", "LC_ALL": "de_DE.UTF-8"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.stdout == "True x several\n"
    assert done.stderr == "usage: lamp [-h]\nlamp: error: unrecognized arguments: --lit\n"
