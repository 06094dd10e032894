import requests
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from copy import deepcopy

BASE = "http://127.0.0.1:9"
session = requests.Session()
session.headers.update({"User-Agent": "mine/1.0"})


local = threading.local()


def current_session():
    """Return that of this thread: a worker has its own."""
    return getattr(local, "session", session)


def fetch(name):
    return current_session().get(f"{BASE}/{name}", timeout=10).json()["headers"]


def login():
    session.get(f"{BASE}/cookie/7", timeout=10)


if __name__ == "__main__":
    login()
    found = []

    def start_worker():
        """Make what belongs to this thread alone."""
        local.session = stack.enter_context(deepcopy(session))

    with ExitStack() as stack, ThreadPoolExecutor(
        max_workers=32,
        initializer=start_worker,
    ) as pool:
        found.extend(
            pool.map(fetch, ["spring", "summer", "autumn", "winter"] * 3)
        )
    print(found)
    session.close()
