import http.client


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
    for number in range(12):
        path = f"/{number}"
        status, body = get(path)
        sizes[path] = status + len(body)
    print(sizes)


if __name__ == "__main__":
    main()
