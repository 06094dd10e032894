import sys
import time


class Client:
    def __init__(self):
        self.token = 0
        self.uses = 3

    def fetch(self, number):
        time.sleep(0.002)
        if number - self.token > self.uses:
            raise PermissionError("token %d is too old" % self.token)
        return "%d by %d" % (number, self.token)


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    client = Client()
    found = []
    for number in range(size):
        try:
            page = client.fetch(number)
            found.append(page)
        except PermissionError as error:
            found.append(str(error))
            client.token = number
    print(found)


main()
