"""What every test gets: no screen needed, a home of its own, and nothing left running."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

import gc
import threading

import pytest
from hypothesis import HealthCheck, settings

from exerciseplanner import paths

settings.register_profile(
    "suite", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("suite")


@pytest.fixture(scope="module", autouse=True)
def _older_things_set_aside():
    """What outlived the tests before this module stays to the end: no collection walks it again.

    The tests themselves and the libraries are a million objects. Looking for what a test of a
    window left running would otherwise walk all of them, several times for each test.
    """
    gc.collect()
    gc.freeze()


QT_FIXTURES = {"qapp", "qtbot", "qtmodeltester"}
SETTLE_ROUNDS = 20


@pytest.fixture(autouse=True)
def planners_home(tmp_path_factory, monkeypatch):
    """Every test has an empty home of its own; returns it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv(paths.HOME_VARIABLE, str(home))
    return home


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_teardown(item):
    """After the fixtures of a Qt test are gone nothing of it may still be alive.

    A hook and not a fixture: pytest-qt closes registered widgets in its own teardown, which has to
    come first.
    """
    outcome = yield
    if QT_FIXTURES & set(getattr(item, "fixturenames", ())):
        _let_go_of_the_keys()
        leaks = _leaks_after_settling()
        if leaks:
            pytest.fail("The test left something running.\n" + "\n".join(leaks), pytrace=False)
    return outcome


def _let_go_of_the_keys():
    """Ctrl, once pressed with another key, would stay down: the next test selects otherwise."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    if QApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        widget = QWidget()
        QTest.keyClick(widget, Qt.Key.Key_Home)
        widget.deleteLater()


def _leaks_after_settling():
    leaks = _leaks()
    for _ in range(SETTLE_ROUNDS):
        if not leaks:
            break
        _settle()
        leaks = _leaks()
    if leaks:
        _dispose()  # one leak is one failure, not one for every later test
    return leaks


def _settle():
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtTest import QTest

    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QTest.qWait(10)


def _leaks():
    return [*_leaked_widgets(), *_leaked_timers(), *_leaked_threads()]


def _leaked_widgets():
    return [
        f"Top-level widget {type(w).__name__} {w.objectName()!r}: "
        "register it with qtbot.addWidget(), or close() and deleteLater() it in the test."
        for w in _top_level_widgets()
    ]


def _leaked_timers():
    return [
        f"Active timer {t.objectName()!r} on {type(t.parent()).__name__}: "
        "stop it, or give it the widget that needs it as parent."
        for t in _active_timers()
    ]


def _leaked_threads():
    from PySide6.QtCore import QThreadPool

    found = [
        f"Thread {t.name}: ask it to stop and join() it before the test ends."
        for t in _python_threads()
    ]
    found += [f"QThread {t.objectName()!r}: quit() and wait() for it." for t in _qt_threads()]
    busy = QThreadPool.globalInstance().activeThreadCount()
    if busy:
        found.append(f"{busy} jobs in the global thread pool: cancel them and waitForDone().")
    return found


def _top_level_widgets():
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    if QApplication.instance() is None:
        return []
    return [w for w in QApplication.topLevelWidgets() if isValid(w) and w.parent() is None]


def _active_timers():
    from PySide6.QtCore import QCoreApplication, QTimer

    app = QCoreApplication.instance()
    return [t for t in app.findChildren(QTimer) if t.isActive()] if app else []


def _python_threads():
    return [
        t
        for t in threading.enumerate()
        if t is not threading.main_thread() and not t.daemon and t.is_alive()
    ]


def _qt_threads():
    from PySide6.QtCore import QThread
    from shiboken6 import isValid

    main = QThread.currentThread()
    threads = [o for o in gc.get_objects() if issubclass(type(o), QThread)]
    return [t for t in threads if isValid(t) and t is not main and t.isRunning()]


def _dispose():
    for widget in _top_level_widgets():
        widget.close()
        widget.deleteLater()
    for timer in _active_timers():
        timer.stop()
    for thread in _qt_threads():
        thread.quit()
        thread.wait(2000)
    for thread in _python_threads():
        thread.join(5)
    _settle()
