"""Files made to break a reader: each ends soon and in little memory, with a result or one sentence."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAM = Path(__file__).parent / "hostile_files.py"
_RAW = re.compile(r"[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")
_MEMORY = 500
"""The limit in MB."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no limits of time and memory on Windows")


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    run = subprocess.run(
        [sys.executable, _PROGRAM, tmp_path_factory.mktemp("hostile")], capture_output=True, text=True, check=False
    )
    return [json.loads(line) for line in run.stdout.splitlines()], run.returncode


def test_each_file_ends_within_its_limits(outcomes):
    found, status = outcomes
    assert status == 0, f"given up after {found[-1] if found else 'nothing'}"
    assert len(found) >= 60
    assert [each for each in found if each[3] > _MEMORY] == []


def test_each_file_gives_a_result_or_one_sentence(outcomes):
    for name, status, _, _, out, error in outcomes[0]:
        assert status in (0, 1, 2), name
        assert "internal error" not in error, (name, error)
        assert not _RAW.search(out + error), name
        if status == 2:
            assert error.count("\n") == 1, (name, error)
            assert error.startswith("resolint: "), (name, error)
