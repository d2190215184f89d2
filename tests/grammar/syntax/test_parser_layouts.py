"""The layouts of pages in real documents: breaks, running heads, spaces and marks; each on an invented draft."""


def test_a_page_break_cuts_a_sentence_with_the_notes_between_or_nothing(same):
    same(
        """
        Draft resolution I

        Keeping of the northern lights

        The General Assembly,

        Recalling resolution 70/1 of 25 September 2015,¹ and the importance of

        ¹ Resolution 70/1.

        lighthouses for the ferries,

        1. *Decides* to ask the Lighthouse Keepers

        Union to keep the lights;

        2. *Requests* the Keeper to report.
        """,
        """
        draft resolution I: Keeping of the northern lights
          General Assembly (ga)
          preambular Recalling resolution 70/1 of 25 September 2015, and the importance of lighthouses for the ferries,
          operative 1. Decides to ask the Lighthouse Keepers Union to keep the lights;
          operative 2. Requests the Keeper to report.
        """,
    )


def test_running_heads_are_set_aside(same, parsed):
    draft = """
        The General Assembly,

        Recalling the lights of the northern

        A/RES/72/198

        Keeping of the northern lights

        5/23

        17-12345

        coast and of the isles,

        1. Decides to keep the lights of the northern

        A/RES/72/198
        Keeping of the northern lights
        6/23
        17-12345 (E)
        *1712345*

        coast.
        """
    same(
        draft,
        """
        resolution
          General Assembly (ga)
          preambular Recalling the lights of the northern coast and of the isles,
          operative 1. Decides to keep the lights of the northern coast.
        """,
    )
    document = parsed(draft)
    assert [document.source[f.span.start : f.span.end] for f in document.furniture] == [
        *("A/RES/72/198", "Keeping of the northern lights", "5/23", "17-12345"),
        *("A/RES/72/198", "Keeping of the northern lights", "6/23", "17-12345 (E)", "*1712345*"),
    ]


def test_kerning_spaces_do_not_break_the_structure(same):
    same(
        """
        The General Assembly,

        Recalling the need to faci litate the keeping of l i g h t s,

        1. Decides to re-
        new the oil.
        """,
        """
        resolution
          General Assembly (ga)
          preambular Recalling the need to faci litate the keeping of l i g h t s,
          operative 1. Decides to re- new the oil.
        """,
    )


def test_numbers_with_tabs_without_spaces_and_in_bold(same):
    same(
        """
        The General Assembly,

        Recalling the lights,

        \t1.\tTakes note of the report;

        2.Requests the Keeper to report;

        **3. Decides** to go on;

        **4.** Invites Member States to help.
        """,
        """
        resolution
          General Assembly (ga)
          preambular Recalling the lights,
          operative 1. Takes note of the report;
          operative 2. Requests the Keeper to report;
          operative 3. Decides to go on;
          operative 4. Invites Member States to help.
        """,
    )


def test_hard_wrapped_and_indented_lines(same):
    same(
        """
        The General Assembly,

            Recalling the report of 9 July and that of
        1993. The lights were then kept by
        the union of keepers,

            1.  Takes note of the report of the Keeper of
        6 August 1993;

            2.  Urges the keepers to go on, as in
        (a) of the report;
        """,
        """
        resolution
          General Assembly (ga)
          preambular Recalling the report of 9 July and that of 1993. The lights were then kept by the union of keepers,
          operative 1. Takes note of the report of the Keeper of 6 August 1993;
          operative 2. Urges the keepers to go on, as in (a) of the report;
        """,
    )


def test_every_wrapped_line_as_a_paragraph_of_its_own(sketch):
    wrapped = [
        "Recalling its resolution 849 of 9 July",
        "and the report of the Keeper, noting that the",
        "Lighthouse Union and its members have kept",
        "the lights of the coast for long,",
        "Aware of the need for oil, wicks and glass,",
        "Taking note of the work of the keepers, the",
        "Board of Lights and others in this field,",
        "1. Decides to keep the lights in the",
        "coming year and thereafter;",
        "2. Requests the Keeper to report on the oil",
        "that is needed, on the wicks and on the glass.",
    ]
    read = sketch("\n\n".join(["The General Assembly,", *wrapped])).split("\n")
    assert [line.split()[0] for line in read[2:]] == ["preambular"] * 3 + ["operative"] * 2
    assert read[2].endswith("Union and its members have kept the lights of the coast for long,")


def test_a_whole_resolution_on_one_line(same):
    same(
        "The General Assembly, Recalling its resolution 70/1 of 25 September 2015, Noting that lamps fail, "
        "Convinced of the need for oil, 1. Decides to buy oil; 2. Also decides to buy wicks; 3. Requests a report.",
        """
        resolution
          General Assembly (ga)
          preambular Recalling its resolution 70/1 of 25 September 2015,
          preambular Noting that lamps fail,
          preambular Convinced of the need for oil,
          operative 1. Decides to buy oil;
          operative 2. Also decides to buy wicks;
          operative 3. Requests a report.
        """,
    )


def test_notes_in_older_forms_are_notes(parsed):
    document = parsed(
        """
        The General Assembly,

        Recalling the report of the Keeper, 1/

        1. Decides to keep the lights for 2024,1 and 2025.

        1/ A/72/5.

        [2] A/72/6.
        """
    )
    assert [(note.label, note.text) for note in document.footnotes] == [("1", "A/72/5."), ("2", "A/72/6.")]


def test_sponsors_session_lines_and_placeholder_numbers(same):
    same(
        """
        Distr.: General

        Seventy-second session

        Norway*, Chile* and Ghana: draft resolution

        20/... Keeping of the lights

        The General Assembly,

        Recalling its resolution 20/...,

        1. Decides to keep the lights.
        """,
        """
        heading Distr.: General
        heading Seventy-second session
        heading Norway*, Chile* and Ghana: draft resolution
        resolution 20/..: Keeping of the lights
          General Assembly (ga)
          preambular Recalling its resolution 20/...,
          operative 1. Decides to keep the lights.
        """,
    )


def test_negotiation_marks_are_marks_and_alternatives_are_no_links(same, parsed):
    draft = """
        The General Assembly,

        PP1 Recalling the lights,

        PP2 bis [Noting] (State A: retain) [Taking note of] (State B) the oil,

        OP1 Decides [shall](State: retain) to keep the lights;
        """
    same(
        draft,
        """
        resolution
          General Assembly (ga)
          preambular PP1 Recalling the lights,
          preambular PP2 bis [Noting] (State A: retain) [Taking note of] (State B) the oil,
          operative OP1 Decides [shall](State: retain) to keep the lights;
        """,
    )
    assert not parsed(draft).resolutions[0].operative[0].prose.links


def test_typed_numbers_with_tabs_and_linked_resolution_numbers(parsed):
    document = parsed(
        """
        The General Assembly,

        Recalling the lights,

        1.\tDecides to keep them, as in resolution [72/1](https://example.org/A/RES/72/1);
        """
    )
    paragraph = document.resolutions[0].operative[0]
    assert paragraph.text == "Decides to keep them, as in resolution 72/1;"
    assert [link.target for link in paragraph.prose.links] == ["https://example.org/A/RES/72/1"]


def test_page_heads_with_symbols_names_and_titles(same):
    same(
        """
        Resolution 77/1

        Keeping of the northern lights

        The General Assembly,

        Recalling the lights of the northern

        United Nations A/RES/77/1

        General Assembly Distr.: General 5 January 2023

        coast and of the isles,

        A/RES/77/1 Keeping of the northern lights

        2/4 22-12345

        Recognizing that oil is dear and that the keepers of

        Page 3

        the coast need it,

        1. *Decides* to keep the lights;

        3/4

        2. *Requests* the Keeper to report on the

        lights of the isles.
        """,
        """
        resolution 77/1: Keeping of the northern lights
          General Assembly (ga)
          preambular Recalling the lights of the northern coast and of the isles,
          preambular Recognizing that oil is dear and that the keepers of the coast need it,
          operative 1. Decides to keep the lights;
          operative 2. Requests the Keeper to report on the lights of the isles.
        """,
    )
