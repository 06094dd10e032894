from urllib.error import HTTPError, URLError
from urllib.request import urlopen


def check(number):
    try:
        response = urlopen(f"http://127.0.0.1:9/{number}", timeout=2)
        body = response.read()
        response.close()
    except HTTPError as error:
        return {"number": number, "state": f"HTTP {error.code} {error.reason}"}
    except URLError as error:
        return {"number": number, "state": str(error.reason)}
    return {"number": number, "state": f"{len(body)} bytes"}


def main():
    results = []
    for number in range(12):
        results.append(check(number))
    print(results)


if __name__ == "__main__":
    main()
