import requests
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from copy import deepcopy


def sizes_of(session, base, pages):
    sizes = []

    local = threading.local()

    def start_worker():
        """Make what belongs to this thread alone."""
        local.session = stack.enter_context(deepcopy(session))

    def compute_text(page):
        session = local.session
        text = session.get(f"{base}/page/{page}", params={"q": page}, timeout=5).text
        return text

    with ExitStack() as stack, ThreadPoolExecutor(
        max_workers=32,
        initializer=start_worker,
    ) as pool:
        for page, text in zip(pages, pool.map(compute_text, pages)):
            sizes.append((page, len(text)))
    return sizes


def main():
    with requests.Session() as session:
        session.params = {"key": "k1"}
        session.cookies.set("lang", "de")
        for size in sizes_of(session, "http://127.0.0.1:9", range(95, 105)):
            print(size)


if __name__ == "__main__":
    main()
