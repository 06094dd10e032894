import socket
from concurrent.futures import ThreadPoolExecutor


class Meter:
    def __init__(self, name):
        self.name = name

    def read(self):
        connection = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            connection.settimeout(2)
            connection.connect(("127.0.0.1", 9))
            lines = connection.makefile("rw", newline="\n")
            lines.write(f"STATUS {self.name}\n")
            lines.flush()
            return lines.readline()
        except OSError as error:
            return f"{self.name}: {type(error).__name__}"
        finally:
            connection.close()


def main():
    meters = [Meter(f"meter-{number}") for number in range(12)]
    found = {}

    def read_for_meter(meter):
        return meter.read()

    with ThreadPoolExecutor(max_workers=32) as pool:
        for meter, result in zip(meters, pool.map(read_for_meter, meters)):
            found[meter.name] = result
    print(found)


if __name__ == "__main__":
    main()
