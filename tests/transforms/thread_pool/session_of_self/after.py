import requests
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from copy import copy, deepcopy


class Client:
    def __init__(self, base, token):
        self.base = base
        self._session = requests.Session()
        self.session.headers["Authorization"] = "Bearer " + token
        self.asked = 0

    @property
    def session(self):
        return self._session

    def get(self, path):
        response = self.session.get(self.base + path, timeout=10)
        response.raise_for_status()
        return response.json()

    def user(self, uid):
        return self.get("/users/%d" % uid)["headers"]

    def users(self, ids):
        found = {}

        local = threading.local()

        def start_worker():
            """Make what belongs to this thread alone."""
            own = copy(self)
            own._session = stack.enter_context(deepcopy(self._session))
            local.own = own

        def user_for_uid(uid):
            return local.own.user(uid)

        with ExitStack() as stack, ThreadPoolExecutor(
            max_workers=32,
            initializer=start_worker,
        ) as pool:
            for uid, result in zip(ids, pool.map(user_for_uid, ids)):
                found[uid] = result
                self.asked += 1
        return found


def main():
    client = Client("http://127.0.0.1:9", "abc")
    print(client.users(range(15)))
    print(client.asked)


if __name__ == "__main__":
    main()
