import requests
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from copy import deepcopy
from requests.adapters import HTTPAdapter

BASE = "http://127.0.0.1:9"


def make_session(token):
    session = requests.Session()
    session.headers.update({"Accept": "application/json"})
    session.headers["X-Token"] = token
    session.auth = ("me", "secret")
    session.mount("http://", HTTPAdapter(max_retries=3))
    return session


def fetch(session, user):
    response = session.get(f"{BASE}/users/{user}", timeout=10)
    response.raise_for_status()
    return response.json()


def main():
    session = make_session("abc")
    answers = []

    local = threading.local()

    def start_worker():
        """Make what belongs to this thread alone."""
        local.session = stack.enter_context(deepcopy(session))

    def fetch_for_user(user):
        return fetch(local.session, user)

    with ExitStack() as stack, ThreadPoolExecutor(
        max_workers=32,
        initializer=start_worker,
    ) as pool:
        answers.extend(pool.map(fetch_for_user, range(20)))
    print(answers)


main()
