"""A process that is killed takes nobody along."""

import os
import signal


def answer_to_patience(site):
    """Ask again if the connection is one that the killed process had accepted already."""
    try:
        return site.get("/de/")
    except ConnectionResetError:
        return site.get("/de/")


def test_while_a_killed_worker_is_started_again_the_other_one_answers(running_site):
    victim, survivor = running_site.workers()
    os.kill(victim, signal.SIGKILL)
    responses = [answer_to_patience(running_site) for _number in range(10)]
    assert {response.status for response in responses} == {200}
    assert max(response.seconds for response in responses) < 3
    while victim in running_site.workers():
        running_site.get("/livez")
    running_site.wait_until_ready()
    assert survivor in running_site.workers()
