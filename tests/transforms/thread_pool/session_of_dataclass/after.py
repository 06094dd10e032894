import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from copy import copy, deepcopy
from dataclasses import dataclass, field

import requests


@dataclass
class Client:
    base: str
    session: requests.Session = field(default_factory=requests.Session)

    def size(self, path):
        try:
            response = self.session.get(self.base + path, timeout=10)
            return len(response.content)
        except requests.RequestException:
            return 0


def main():
    client = Client("http://127.0.0.1:9")
    sizes = []

    local = threading.local()

    def start_worker():
        """Make what belongs to this thread alone."""
        own_client = copy(client)
        own_client.session = stack.enter_context(deepcopy(client.session))
        local.own_client = own_client

    def size_for_number(number):
        return local.own_client.size(f"/{number}")

    with ExitStack() as stack, ThreadPoolExecutor(
        max_workers=32,
        initializer=start_worker,
    ) as pool:
        sizes.extend(pool.map(size_for_number, range(12)))
    print(sizes)


if __name__ == "__main__":
    main()
