"""The layouts of real documents, each on an invented draft."""


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


def test_a_title_with_a_participle_is_no_seam(sketch):
    title = "Charter for the Benefit of All Keepers, Recognizing in Full Their Needs"
    draft = f"The General Assembly,\n\nRecalling the {title},\n\n1. Decides."
    assert sketch(draft).count("preambular") == 1


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


def test_old_numbers_capitals_and_a_subject_in_each_paragraph(same):
    same(
        """
        1664(LII). KEEPING OF LIGHTS

        THE ECONOMIC AND SOCIAL COUNCIL,

        RECALLING GENERAL ASSEMBLY RESOLUTION 2626(XXV) OF 24 OCTOBER 1970,

        1. REQUESTS THE KEEPER TO REPORT.

        12 (1946). Resolution of 3 May 1946

        The Security Council

        Having received the report of the Keeper,

        1. The Council requests the Keeper to keep the lights;

        2. The Council decides to go on.
        """,
        """
        resolution 1664(LII): KEEPING OF LIGHTS
          Economic and Social Council (ecosoc)
          preambular RECALLING GENERAL ASSEMBLY RESOLUTION 2626(XXV) OF 24 OCTOBER 1970,
          operative 1. REQUESTS THE KEEPER TO REPORT.
        resolution 12 (1946)
          Security Council (sc)
          preambular Having received the report of the Keeper,
          operative 1. The Council requests the Keeper to keep the lights;
          operative 2. The Council decides to go on.
        """,
    )


def test_verbs_in_capitals_and_semicolons_in_the_preamble(same):
    same(
        """
        The Seventy-fifth World Lights Assembly,

        Having considered the report on lights;

        Recalling resolution WLA33.19 on oil;

        1. URGES Member States to keep lights;

        2. REQUESTS the Director-General:

        (1) to buy oil;

        (2) to report.
        """,
        """
        resolution
          Seventy-fifth World Lights Assembly (other)
          preambular Having considered the report on lights;
          preambular Recalling resolution WLA33.19 on oil;
          operative 1. URGES Member States to keep lights;
          operative 2. REQUESTS the Director-General:
            sub (1) to buy oil;
            sub (2) to report.
        """,
    )


def test_a_declaration_holds_no_operative_paragraphs(same):
    same(
        """
        The General Assembly,

        Recalling the lights,

        *Adopts* the following declaration:

        Declaration on lights

        1. We, the keepers of lights, have met at the northern cape.

        2. We reaffirm our oath.
        """,
        """
        resolution
          General Assembly (ga)
          preambular Recalling the lights,
          operative Adopts the following declaration:
          heading Declaration on lights
          item 1. We, the keepers of lights, have met at the northern cape.
          item 2. We reaffirm our oath.
        """,
    )


def test_parts_sections_and_subheadings(same):
    same(
        """
        77/300. Lights and oil

        A
        Lights

        The General Assembly,

        Recalling the lights,

        1. Decides to keep them;

        2. Requests a report.

        B
        Oil

        The General Assembly,

        I
        Price of oil

        Recalling oil,

        1. Decides to buy oil;

        II
        Wicks

        Recalling wicks,

        1. Decides to buy wicks;

        Transport by sea

        2. Decides to ship them.
        """,
        """
        resolution 77/300: Lights and oil
          part A: Lights
            General Assembly (ga)
            preambular Recalling the lights,
            operative 1. Decides to keep them;
            operative 2. Requests a report.
          part B: Oil
            General Assembly (ga)
            heading I
            heading Price of oil
            preambular Recalling oil,
            operative 1. Decides to buy oil;
            heading II
            heading Wicks
            preambular Recalling wicks,
            operative 1. Decides to buy wicks;
            heading Transport by sea
            operative 2. Decides to ship them.
        """,
    )


def test_a_model_united_nations_paper(same):
    same(
        """
        **Forum:** General Assembly Third Committee
        **Question of:** Lights
        **Main Submitter:** Norway

        The General Assembly,

        <u>Recalling</u> the lights,

        *Deeply concerned* by the price of oil,

        __Calls upon__ Member States to buy oil:
        a) from near ports;
        b) in tins;
          i. small tins,
          ii. large tins;

        __Requests__ the Keeper to report.
        """,
        """
        resolution: Forum: General Assembly Third Committee Question of: Lights Main Submitter: Norway
          General Assembly (ga)
          preambular Recalling the lights,
          preambular Deeply concerned by the price of oil,
          operative Calls upon Member States to buy oil:
            sub a) from near ports;
            sub b) in tins;
              sub i. small tins,
              sub ii. large tins;
          operative Requests the Keeper to report.
        """,
    )


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


def test_parts_that_are_named_so_and_lettered_sections(same):
    same(
        """
        Resolution 77/2

        Part A

        The General Assembly,

        Recalling lights,

        1. Decides to keep them.

        Part B

        The General Assembly,

        A. Oil

        1. Decides to buy it;

        B. Wicks

        2. Decides to trim them.
        """,
        """
        resolution 77/2
          part A
            General Assembly (ga)
            preambular Recalling lights,
            operative 1. Decides to keep them.
          part B
            General Assembly (ga)
            heading A. Oil
            operative 1. Decides to buy it;
            heading B. Wicks
            operative 2. Decides to trim them.
        """,
    )


def test_decisions_that_are_narrated_or_within_a_sentence(same):
    same(
        """
        Decision 27/3

        Lights

        At its 3rd meeting, on 4 May 2018, the Commission decided to keep the lights.

        Decision 27/4

        Oil

        The Commission on Tides, recalling its decision 26/1, decides:

        (a) To buy oil;

        (b) To trim wicks.
        """,
        """
        decision 27/3: Lights
          operative At its 3rd meeting, on 4 May 2018, the Commission decided to keep the lights.
        decision 27/4: Oil
          Commission on Tides (commission)
          operative recalling its decision 26/1, decides:
            sub (a) To buy oil;
            sub (b) To trim wicks.
        """,
    )


def test_a_line_with_a_colon_above_the_next_paragraph_is_a_heading(same):
    same(
        """
        The General Assembly,

        1. *Decides* to keep the lights:

        (a) By day;

        (b) By night;

        Bells and horns:

        2. *Requests* the keepers to ring the bells

        *Reports*:

        3. *Requests* the Keeper to report on:

        Other lights:

        (a) Of ships;

        (b) Of towns;

        Nobody shall sing:

        5. *Decides* to go on.
        """,
        """
        resolution
          General Assembly (ga)
          operative 1. Decides to keep the lights:
            sub (a) By day;
            sub (b) By night;
          heading Bells and horns:
          operative 2. Requests the keepers to ring the bells
          heading Reports:
          operative 3. Requests the Keeper to report on:
            plain Other lights:
            sub (a) Of ships;
            sub (b) Of towns;
            plain Nobody shall sing:
          operative 5. Decides to go on.
        """,
    )


def test_a_finite_verb_above_other_preambular_paragraphs_belongs_to_the_preamble(same):
    same(
        """
        The General Assembly,

        *Recalling* the lights,

        *Notes* the fog;

        Welcomes the horns.

        *Deploring* the noise,

        1. *Decides* to go on.
        """,
        """
        resolution
          General Assembly (ga)
          preambular Recalling the lights,
          preambular Notes the fog;
          preambular Welcomes the horns.
          preambular Deploring the noise,
          operative 1. Decides to go on.
        """,
    )


def test_unnumbered_operative_paragraphs_remain_operative(same):
    same(
        """
        The General Assembly,

        *Recalling* the lights,

        *Notes* the fog;

        *Welcomes* the horns.
        """,
        """
        resolution
          General Assembly (ga)
          preambular Recalling the lights,
          operative Notes the fog;
          operative Welcomes the horns.
        """,
    )
