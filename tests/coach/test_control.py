"""P1 to P14: whose decision it is, conditions, positioning."""

import pytest

from growthtui.coach.predicates import not_in_control

FLAGGED = [
    ("P1", "I hope to be finally selected", "be finally selected"),
    ("P1", "Getting picked up by a label", "getting picked up"),
    ("P1", "Be put forward for it", "be put forward"),
    ("P2", "Land a better paid full-time job", "land a better paid full-time job"),
    ("P2", "Securing grants", "securing grants"),
    ("P2", "Earn my title, finally", "earn my title"),
    ("P2", 'Get the "big" (new) role at work', "get the big new role"),
    ("P2", "Obtain a raise/bonus", "obtain a raise"),
    ("P3", "To become our next staff engineer", "become our next staff engineer"),
    ("P3", "This year I want to be a full-time actor", "be a full-time actor"),
    ("P3", "Being the lead for search", "being the lead"),
    ("P3", "Act as product owner or deputy", "act as product owner"),
    ("P4", "Then our board always quietly approves it", "our board always quietly approves"),
    ("P4", "A publisher buys it", "a publisher buys"),
    ("P5", "Promotion to level five", "promotion to"),
    ("P5", "I want to promotion", "promotion"),
    ("P6", "Have my second very long novel published", "have my second very long novel published"),
    ("P6", "Getting our idea funded", "getting our idea funded"),
    ("P7", "Step up to a regional position", "step up to a regional position"),
    ("P7", "Transition into engineering management within a year", "transition into engineering management"),
    ("P7", "Grow to staff", "grow to staff"),
    ("P8", "Run my own team", "my own team"),
    ("P9", "I want all of my noisy colleagues to listen", "want all of my noisy colleagues to"),
    ("P9", "I'd like people to see it", "'d like people to"),
    ("P10", "Climbing the corporate career ladder", "climbing the corporate career ladder"),
    ("P10", "Move up that ladder", "move up that ladder"),
    ("P11", "Migration strategy is approved", "migration strategy is approved"),
    ("P11", "Budget signed off", "budget signed off"),
    ("P12", "Make partner before forty", "make partner"),
    ("P13", "Become a senior product designer there", "become a senior product designer"),
    ("P13", "Be a lead actuary elsewhere", "be a lead actuary"),
    ("P14", "Win another tournament", "win another"),
    ("P14", "Winning 3 races", "winning 3"),
    ("P3 at the end", "Career: be an architect", "be an architect"),
    ("P3 at the end", "Rest; then work; become VP of sales", "become vp"),
]

FINE = [
    ("P1 needs the passive", "Promote the guide"),
    ("P1 whole words", "Be placement officer"),
    ("P2 another thing", "Get the job description"),
    ("P2 another thing", "Find a role model"),
    ("P2 too far", "Get one two three four five job"),
    ("P2 across a preposition", "Get to work with the award people"),
    ("P2 across a comma", "Get a new, old job"),
    ("P3 a quality", "Become a better manager"),
    ("P3 a quality", "Be a more effective tech lead"),
    ("P3 not a post", "Be a partner to the others"),
    ("P3 in front only", "Help Ana to be a manager"),
    ("P4 too far", "My manager and the other people decide"),
    ("P4 whole words", "My clients buy it"),
    ("P5 in front only", "Celebrate the promotion"),
    ("P6 no article", "Get it published"),
    ("P7 another thing", "Move to a lead magnet"),
    ("P7 across a preposition", "Move to work on a position"),
    ("P9 nobody else", "I want to listen"),
    ("P11 not I", "I asked, it approved"),
    ("P11 not I", "I've seen it approved"),
    ("P11 a preposition", "Strategy for growth approved"),
    ("P12 another thing", "Make a partner list"),
    ("P13 plural", "Be with senior engineers"),
    ("P14 a game", "Win a game"),
    ("P14 trust", "Win the trust of the crew"),
    ("condition", "Celebrate if I get promoted"),
    ("condition", "Stop if I'd like others to go on"),
    ("condition", "Move house after the new contract is given, when I am finally hired"),
    ("positioning", "Volunteer to be selected"),
    ("positioning", "Ask my boss who should be considered"),
    ("positioning", "Prepare for the talk: be tech lead"),
    ("nothing", ""),
]


@pytest.mark.parametrize(("clause", "text", "match"), FLAGGED)
def test_others_decide(clause: str, text: str, match: str) -> None:
    assert not_in_control(text) == match


@pytest.mark.parametrize(("clause", "text"), FINE)
def test_mine(clause: str, text: str) -> None:
    assert not_in_control(text) is None


def test_a_skipped_match_gives_way_to_the_next() -> None:
    assert not_in_control("When I get hired in the autumn, be promoted once") == "be promoted"
    assert not_in_control("If all goes as I hope it does, get promoted") == "get promoted"


def test_the_order_of_the_patterns_counts_not_the_place() -> None:
    assert not_in_control("My boss lets me be promoted") == "be promoted"
