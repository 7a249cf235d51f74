"""An open page comes in; controls that the Tab key does not reach in their order, or that do not show it, go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex], audio, video"
DATE_PARTS = 3
"""Further stops of the Tab key within a field of a date: month, day, year and the calendar's button have one each."""
WATCH = """CONTROLS => {
    const look = element => {
        const style = getComputedStyle(element)
        return ["outline", "boxShadow", "backgroundColor", "borderColor"].map(name => style[name]).join()
    }
    const chosen = name => {
        const group = document.getElementsByName(name)
        return [...group].find(element => element.checked) ?? group[0]
    }
    const controls = [...document.querySelectorAll(CONTROLS)].filter(element =>
        element.tabIndex >= 0 && !element.disabled && element.checkVisibility({visibilityProperty: true})
        // of the choices that share a name only one takes part
        && !(element.type === "radio" && element !== chosen(element.name)))
    const plain = new Map(controls.map(element => [element, look(element)]))
    const names = controls.map(element => element.outerHTML.slice(0, 100))
    window.reached = []
    document.addEventListener("focusin", ({target}) => {
        const box = target.getBoundingClientRect()
        window.reached.push({
            control: controls.indexOf(target),
            marked: look(target) !== plain.get(target),
            inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0,
        })
    })
    return names
}"""


def out_of_reach(page: Page) -> Iterator[str]:
    """Each control that is not reached when its turn comes, or does not show that it has the focus."""
    page.wait_for_load_state("networkidle")  # what scripts add has its turn too
    controls = page.evaluate(WATCH, CONTROLS)
    for _ in range(len(controls) + DATE_PARTS * page.locator("input[type=date]").filter(visible=True).count()):
        page.keyboard.press("Tab")
    reached = page.evaluate("reached")
    if [step["control"] for step in reached] != list(range(len(controls))):
        seen = {step["control"] for step in reached}
        missed = [name for number, name in enumerate(controls) if number not in seen]
        yield f"the Tab key does not reach all in order; {len(missed)} missed, {missed[:3]}"
    for step in reached:
        name = controls[step["control"]] if step["control"] >= 0 else "something that is no control"
        if not step["marked"]:
            yield f"does not show the focus on {name}"
        if not step["inView"]:
            yield f"has the focus out of view on {name}"
