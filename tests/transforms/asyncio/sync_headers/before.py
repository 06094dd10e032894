import requests


def fetch(url):
    response = requests.get(url, timeout=3)
    if "Content-Length" in response.headers:
        return int(response.headers["Content-Length"])
    return response.headers.get("X-Size", "?")


def main():
    sizes = []
    for number in range(10):
        sizes.append(fetch(f"http://127.0.0.1:9/{number}"))
    print(sizes)


try:
    main()
except requests.ConnectionError:
    print("nobody there")
