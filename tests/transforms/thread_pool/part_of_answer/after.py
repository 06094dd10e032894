import requests
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from copy import copy, deepcopy


class Crawler:
    def __init__(self, base, session=None):
        self.base = base
        self.session = session or requests.Session()
        self.session.headers.update({"User-Agent": "crawler"})

    def crawl(self, pages):
        texts = {}

        local = threading.local()

        def start_worker():
            """Make what belongs to this thread alone."""
            own = copy(self)
            own.session = stack.enter_context(deepcopy(self.session))
            local.own = own

        def process_page(page):
            self = local.own
            response = self.session.get("%s/page/%d" % (self.base, page), timeout=10)
            response.raise_for_status()
            return response.text

        with ExitStack() as stack, ThreadPoolExecutor(
            max_workers=32,
            initializer=start_worker,
        ) as pool:
            for page, result in zip(pages, pool.map(process_page, pages)):
                texts[page] = result
        return texts


print(Crawler("http://127.0.0.1:9").crawl(range(12)))
