"""Numbers of paragraphs without their full stop, which are numbers only if the series of paragraphs agrees."""

from __future__ import annotations

from .blocks import Block, Form


def lacks_stop(block: Block) -> bool:
    """Return whether the number of a paragraph lacks its full stop."""
    mark = block.mark
    return block.form is Form.NUMBERED and mark is not None and mark.unstopped


def check_unstopped_numbers(blocks: list[Block]) -> None:
    """Change blocks back to text whose number without a full stop does not agree with its neighbours in the series."""
    numbers: list[tuple[int, int]] = [(-1, 0)]
    unsure: list[int] = []
    for index, block in enumerate(blocks):
        if block.form in (Form.HEAD, Form.ORGAN):
            numbers.append((index, 0))
        elif block.form is Form.NUMBERED and block.mark is not None and block.mark.number is not None:
            if lacks_stop(block):
                unsure.append(len(numbers))
            numbers.append((index, block.mark.number))
    for place in unsure:
        index, number = numbers[place]
        before = numbers[place - 1][1]
        after = numbers[place + 1][1] if place + 1 < len(numbers) else 0
        block = blocks[index]
        agreeing = (before == number - 1) + (after == number + 1 or (after == 0 and before > 0))
        if agreeing < (1 if block.opens_operative else 2):
            blocks[index] = block._replace(
                form=Form.TEXT,
                words=block.span.start,
                mark=None,
                emphasis=None,
                opens_preambular=False,
                opens_operative=False,
            )
