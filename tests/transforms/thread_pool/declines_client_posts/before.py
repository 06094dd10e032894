import http.client


def send(path):
    connection = http.client.HTTPConnection("127.0.0.1", 9, timeout=2)
    try:
        connection.request("POST", path, headers={"User-Agent": "golden/1.0"})
        return connection.getresponse().status
    except OSError as error:
        return str(error)
    finally:
        connection.close()


def main():
    states = []
    for number in range(12):
        states.append(send(f"/{number}"))
    print(states)


if __name__ == "__main__":
    main()
