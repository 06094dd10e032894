import requests


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
        for uid in ids:
            found[uid] = self.user(uid)
            self.asked += 1
        return found


def main():
    client = Client("http://127.0.0.1:9", "abc")
    print(client.users(range(15)))
    print(client.asked)


if __name__ == "__main__":
    main()
