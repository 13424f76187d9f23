"""Ordinary news in words that also tell harm: nobody is counted as harmed."""

from __future__ import annotations

import pytest

from factcheck.reading.claims import read_text
from factcheck.text.lexicon import lexicon

HARMLESS = frozenset({"count", "crowd", "on_board", "votes", "layoffs", "destroyed"})

SENTENCES = [
    "The permits of 40 workers expired in May.",
    "Six officials could not be reached for comment.",
    "Two owners could not be located for the survey.",
    "About 40,000 fans packed into the stadium for the final.",
    "Some 300 people crowded into the hall for the debate.",
    "Regulators hit two brokers with a $5m fine.",
    "The court hit 12 traders with a ban.",
    "She beat 300 applicants with a design for a bridge.",
    "Labour beat 12 candidates with a large majority.",
    "The deal left 200 staff with permanent jobs.",
    "The show left 40 members with minor roles.",
    "The crash of the coin left 12 owners with serious losses.",
    "The practice lost 3,000 patients to a private firm.",
    "The club lost 14 colleagues in the restructuring.",
    "The loss of 40 recruits hurt the target.",
    "By June 300 recruits had fallen behind.",
    "Three teachers are no longer with us; they took jobs in Leeds.",
    "Two families lost the fight for life insurance.",
    "Twenty doctors reported to the hospital for duty.",
    "Some 300 nurses checked in at the hospital before the shift.",
    "About 60 volunteers arrived at the hospital to give blood.",
    "Twelve climbers were given oxygen tanks for the climb.",
    "Thirty pupils were given emergency care training.",
    "Some 3,000 cyclists took to the roads on Sunday.",
    "About 2,000 students live with friends.",
    "The party's 300 members are scattered across the country.",
    "Twelve members were kicked out of the club.",
    "Forty MPs were turned out by voters.",
    "Twenty players were put up in a hotel.",
    "At half-time 2,000 people streamed out of the stadium.",
    "Some 300 people filed out of the cinema after the film.",
    "About 500 residents left ahead of the holiday weekend.",
    "Twelve candidates did not show up.",
    "About 3,000 people failed to return their forms.",
    "The agent says 40 buyers are still out there.",
    "The company launched a search for 30 managers.",
    "The charity lost contact with 40 donors.",
    "The guide led 20 climbers up the mountain.",
    "The scandal engulfed 12 ministers.",
    "The firm swallowed 300 workers of its rival.",
    "Forty staff got notice of the meeting.",
    "Twelve officers stayed in the prison until noon.",
    "The programme takes 40 pupils from the village to the city.",
    "The recruiter took 30 boys from the school to the match.",
    "The site threw 300 users off the platform.",
    "The champion knocked down 3 opponents.",
    "Some 300 pensioners are isolated and lonely.",
    "Twelve riders felt sick after the ride.",
    "He took out 12 trainees in a boat.",
    "The band buried three rivals in the charts.",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_nobody_is_harmed(text: str) -> None:
    told = {claim.kind for claim in read_text(text) if claim.kind in lexicon().of_people}
    assert told <= HARMLESS
