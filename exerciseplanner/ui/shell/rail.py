"""The navigation at the left: pages by group, and how far away STARTEX is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from exerciseplanner.ui.pages import PageSpec
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.icons import icon
from exerciseplanner.ui.widgets.parts import caption, flat_button, label, tight

_WIDE, _FOLDED = 216, 56


class NavRail(QFrame):
    """One button per page, under the name of its group."""

    page_wanted = Signal(str)
    folded = Signal(bool)

    def __init__(self, specs: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Rail")
        self.setAccessibleName("Pages")
        self._buttons: dict[str, QToolButton] = {}
        self._titles: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._words: list[QWidget] = []
        self._group = QButtonGroup(self)
        self._is_folded = False
        self._away = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(2)
        self._pages = self._list_pages(specs)
        layout.addWidget(self._pages, 1)
        self._exercise = label("", "strong")
        self._exercise.setWordWrap(True)
        self._countdown = caption("")
        self._fold = flat_button("chevrons-left", "Fold the navigation", self.toggle)
        layout.addWidget(self._exercise)
        layout.addWidget(self._countdown)
        layout.addWidget(self._fold)
        self._words += [self._exercise]
        theme.changed().changed.connect(self._resize)
        self._resize()

    def show_page(self, name: str) -> None:
        """Mark the page that is open, and keep it in sight where there is little room."""
        self._buttons[name].setChecked(True)
        self._pages.ensureWidgetVisible(self._buttons[name])

    def show_count(self, name: str, count: int) -> None:
        """Say beside the name of a page how many matters wait there; nothing where none do."""
        if name in self._titles:
            self._counts[name] = count
            self._word(name)

    def show_exercise(self, name: str, countdown: str) -> None:
        """Say which exercise is open and how far STARTEX is."""
        self._exercise.setText(name)
        self._away = countdown
        self._word_countdown()

    @property
    def is_folded(self) -> bool:
        """Whether only icons are shown."""
        return self._is_folded

    def toggle(self) -> None:
        """Fold or unfold."""
        self.fold(not self._is_folded)

    def fold(self, folded: bool) -> None:
        """Show only icons, or words beside them."""
        self._is_folded = folded
        for word in self._words:
            word.setVisible(not folded)
        for name, button in self._buttons.items():
            button.setToolTip(self._titles[name] if folded else "")
            self._word(name)
        bar = Qt.ScrollBarPolicy
        self._pages.setVerticalScrollBarPolicy(
            bar.ScrollBarAlwaysOff if folded else bar.ScrollBarAsNeeded
        )
        self._word_countdown()
        self._fold.setIcon(icon("chevrons-right" if folded else "chevrons-left", "muted"))
        self._resize()
        self.folded.emit(folded)

    def _list_pages(self, specs: Sequence[PageSpec]) -> QScrollArea:
        listed = QWidget()
        listed.setObjectName("RailPages")
        layout = QVBoxLayout(listed)
        tight(layout, 2)
        for name in dict.fromkeys(spec.group for spec in specs):
            self._add_group(layout, name, [spec for spec in specs if spec.group == name])
        layout.addStretch(1)
        area = QScrollArea()
        area.setObjectName("RailScroll")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(listed)
        return area

    def _add_group(self, layout: QVBoxLayout, name: str, specs: Sequence[PageSpec]) -> None:
        title = label(name, "group")
        title.setContentsMargins(10, 10, 0, 4)
        layout.addWidget(title)
        self._words.append(title)
        for spec in specs:
            button = QToolButton()
            button.setProperty("rail", True)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setIcon(icon(spec.icon, "muted"))
            button.setText(f"  {spec.title}")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setAccessibleName(spec.title)
            button.clicked.connect(lambda _=False, name=spec.name: self.page_wanted.emit(name))
            self._group.addButton(button)
            self._buttons[spec.name] = button
            self._titles[spec.name] = spec.title
            layout.addWidget(button)

    def _word(self, name: str) -> None:
        count = self._counts.get(name, 0)
        words = f"  {self._titles[name]}" + (f"   {count:,}" if count else "")
        self._buttons[name].setText("" if self._is_folded else words)

    def _word_countdown(self) -> None:
        shown = self._away.partition(" · ")[0].strip() if self._is_folded else self._away
        self._countdown.setText(shown)
        self._countdown.setToolTip(self._away if self._is_folded else "")

    def _resize(self) -> None:
        width = _FOLDED if self._is_folded else theme.scaled(_WIDE)
        self.setFixedWidth(width)
        for button in self._buttons.values():
            button.setFixedWidth(width - 16)
