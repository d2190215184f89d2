"""Tuples with named fields, which are those of `typing` in all that the program uses."""

from __future__ import annotations

import inspect
import pickle
import typing
from typing import Any

import pytest

from resolint.grammar.text.named_tuple import NamedTuple


class Lamp(NamedTuple):
    """A lamp of a harbour."""

    name: str
    height: int = 4
    colours: tuple[str, ...] = ()

    @property
    def tall(self) -> bool:
        """Whether it is seen from afar."""
        return self.height > 9


class LampOfTyping(typing.NamedTuple):
    """A lamp of a harbour."""

    name: str
    height: int = 4
    colours: tuple[str, ...] = ()


LAMP: Any = Lamp("north", colours=("red",))


def test_fields_have_names_places_and_defaults():
    assert (LAMP.name, LAMP.height, LAMP.colours) == LAMP == ("north", 4, ("red",))
    assert [LAMP.tall, Lamp("south", 12).tall] == [False, True]


def test_a_class_has_what_one_of_typing_has():
    for name in ("__doc__", "__match_args__", "_fields", "_field_defaults", "__slots__"):
        assert getattr(Lamp, name) == getattr(LampOfTyping, name), name
    assert str(inspect.signature(Lamp)) == "(name, height=4, colours=())"
    assert not hasattr(LAMP, "__dict__")


@pytest.mark.parametrize("arguments", [{}, {"height": 4}, {"name": "north", "width": 2}])
def test_a_missing_or_unknown_field_is_an_error(arguments):
    with pytest.raises(TypeError):
        Lamp(**arguments)


def test_a_changed_copy_leaves_the_other_as_it_is():
    assert LAMP._replace(height=7) == ("north", 7, ("red",))
    assert LAMP.height == 4
    with pytest.raises(ValueError, match="width"):
        LAMP._replace(width=2)


def test_values_can_be_made_from_a_sequence_and_shown():
    assert Lamp._make(["north", 4, ("red",)]) == LAMP
    assert type(Lamp._make(LAMP)) is Lamp
    assert LAMP._asdict() == {"name": "north", "height": 4, "colours": ("red",)}
    assert repr(LAMP) == "Lamp(name='north', height=4, colours=('red',))"
    with pytest.raises(TypeError, match="3 arguments"):
        Lamp._make(["north"])


def test_a_field_cannot_be_set():
    with pytest.raises(AttributeError):
        LAMP.height = 5


def test_a_copy_from_another_process_is_the_same():
    copy = pickle.loads(pickle.dumps(LAMP))  # noqa: S301 - its own
    assert copy == LAMP
    assert type(copy) is Lamp


def test_values_are_taken_apart_by_patterns():
    match LAMP:
        case Lamp("north", height=height):
            assert height == 4
        case _:
            pytest.fail("no pattern matches")
