"""The private folder: code is only read from where nobody but this user can write."""

import os
import sys

import pytest

from resolint.grammar.text.user_cache import private_folder, read_private

pytestmark = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this platform has no owners of files")


@pytest.fixture
def file(tmp_path):
    private = private_folder(tmp_path / "cache")
    file = private / "lamp.kept"
    file.write_bytes(b"lit")
    file.chmod(0o600)
    return file


def test_a_file_of_this_user_is_read(file):
    assert read_private(file) == b"lit"
    assert (file.parent.parent / "CACHEDIR.TAG").exists()


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o750, 0o701])
def test_a_folder_that_others_may_enter_is_refused(file, mode):
    file.parent.chmod(mode)
    with pytest.raises(PermissionError):
        read_private(file)
    with pytest.raises(PermissionError):
        private_folder(file.parent.parent)


def test_a_folder_that_others_may_replace_is_refused(file):
    file.parent.parent.chmod(0o777)
    with pytest.raises(PermissionError):
        read_private(file)
    file.parent.parent.chmod(0o1777)  # as of /tmp, where nobody replaces what another owns
    assert read_private(file) == b"lit"


@pytest.mark.parametrize("mode", [0o666, 0o620])
def test_a_file_that_others_may_write_is_refused(file, mode):
    file.chmod(mode)
    with pytest.raises(PermissionError):
        read_private(file)


def test_what_another_user_owns_is_refused(file, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with pytest.raises(PermissionError):
        read_private(file)
    with pytest.raises(PermissionError):
        private_folder(file.parent.parent)


@pytest.mark.skipif(sys.platform == "win32" or os.getuid() != 0, reason="only root gives files away")
def test_a_file_of_another_user_in_a_folder_of_this_one_is_refused(file):
    os.chown(file, 12345, -1)
    with pytest.raises(PermissionError):
        read_private(file)


def test_links_and_pipes_are_refused(file):
    link = file.parent / "link.kept"
    link.symlink_to(file)
    pipe = file.parent / "pipe.kept"
    os.mkfifo(pipe, 0o600)
    for other in (link, pipe):
        with pytest.raises(OSError):  # noqa: PT011 - the system says why
            read_private(other)
    folder = file.parent.parent / "folder"
    folder.symlink_to(file.parent)
    with pytest.raises(PermissionError):
        read_private(folder / file.name)
