import requests
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
    for user in range(20):
        answers.append(fetch(session, user))
    print(answers)


main()
