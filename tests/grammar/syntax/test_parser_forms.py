"""The forms of resolutions in real documents: parts, sections, headings and verbs; each on an invented draft."""


def test_a_title_with_a_participle_is_no_seam(sketch):
    title = "Charter for the Benefit of All Keepers, Recognizing in Full Their Needs"
    draft = f"The General Assembly,\n\nRecalling the {title},\n\n1. Decides."
    assert sketch(draft).count("preambular") == 1


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
