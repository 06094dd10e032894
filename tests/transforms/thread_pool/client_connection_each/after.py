import http.client
from concurrent.futures import ThreadPoolExecutor


def get(path):
    connection = http.client.HTTPConnection("127.0.0.1", 9, timeout=2)
    try:
        connection.request("GET", path, headers={"User-Agent": "golden/1.0"})
        response = connection.getresponse()
        return response.status, response.read()
    except OSError as error:
        return 0, str(error).encode()
    finally:
        connection.close()


def main():
    sizes = {}

    def get_for_number(number):
        path = f"/{number}"
        status, body = get(path)
        return path, status, body

    with ThreadPoolExecutor(max_workers=32) as pool:
        for path, status, body in pool.map(get_for_number, range(12)):
            sizes[path] = status + len(body)
    print(sizes)


if __name__ == "__main__":
    main()
