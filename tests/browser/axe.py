"""Check the page in a tab with axe. There is no list of tolerated violations."""

from functools import cache
from pathlib import Path

import axe_playwright_python

RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
OF_COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
RUN = """async ([rules, part]) => {
  const results = await axe.run(part || document, {runOnly: rules, resultTypes: ["violations"]});
  const place = node => `${node.target}: ${node.any.map(check => check.message)}`;
  return results.violations.map(violation => [violation.id, violation.nodes.map(place)]);
}"""


# Colours are those of the end of a fading message, not of its middle. A paused animation would never end.
SETTLED = """() => Promise.race([
  Promise.allSettled(document.getAnimations()
    .filter(animation => animation.playState === "running" &&
      animation.effect.getComputedTiming().endTime !== Infinity)
    .map(animation => animation.finished)),
  new Promise(resolve => setTimeout(resolve, 2000)),
])"""


@cache
def source() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def violations(page, rules=RULES, part="") -> list:
    """Return (rule, places) for each violated rule, in the whole page or in what a selector names.

    The script runs despite the page's CSP, which stays active.
    """
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(source())
    page.evaluate(SETTLED)
    return page.evaluate(RUN, [rules, part])
