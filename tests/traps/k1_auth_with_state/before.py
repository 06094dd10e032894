import sys

import httpx

COUNT = int(sys.argv[1])


class Signed(httpx.Auth):
    def __init__(self):
        self.nonce = 0

    def auth_flow(self, request):
        self.nonce += 1
        request["nonce"] = str(self.nonce)
        yield request


def main():
    with httpx.Client(auth=Signed()) as client:
        for number in range(COUNT):
            print(client.get(f"http://shop.invalid/{number}").text)


main()
