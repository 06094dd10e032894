import requests

session = requests.Session()


def get(url):
    return session.get(url).json()["url"]
