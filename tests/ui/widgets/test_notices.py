"""Notices."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from exerciseplanner.ui.widgets.notices import NoticeCard, Notices


def _cards(window):
    return [card for card in window.findChildren(NoticeCard) if card.isVisible()]


def test_that_notices_wait_for_a_window(themed, qtbot):
    notices = Notices()
    notices.say("Said before anybody could see it.")
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    notices.show_in(window)
    assert [card.notice.text for card in _cards(window)] == ["Said before anybody could see it."]


def test_that_a_notice_offers_a_way_back_once(themed, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    notices = Notices(window)
    notices.show_in(window)
    done = []
    notices.offer("3 injects removed.", "Undo", lambda: done.append(1))
    _cards(window)[0].findChild(QPushButton).click()
    assert done == [1]
    assert _cards(window) == []


def test_that_only_the_newest_few_are_shown(themed, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    notices = Notices(window)
    notices.show_in(window)
    for number in range(7):
        notices.say(f"Notice {number}")
    shown = {card.notice.text for card in _cards(window)}
    assert shown == {f"Notice {n}" for n in range(3, 7)}


def test_that_an_offer_goes_away_when_it_no_longer_does_what_it_says(themed, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    notices = Notices(window)
    notices.show_in(window)
    newest = ["first"]
    notices.offer("1 nation added", "Undo", lambda: None, holds=lambda: newest[-1] == "first")
    notices.say("Nothing to take back.")
    notices.withdraw_offers()
    assert len(_cards(window)) == 2
    newest.append("second")
    notices.withdraw_offers()
    assert [card.notice.text for card in _cards(window)] == ["Nothing to take back."]
