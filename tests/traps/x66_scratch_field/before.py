import sys
import time


class Client:
    def __init__(self):
        self.request = None

    def prepare(self, n):
        self.request = f"GET /{n}"

    def send(self):
        time.sleep(0.002)
        return len(self.request), self.request

    def get(self, n):
        self.prepare(n)
        return self.send()


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
client = Client()
answers = [client.get(n) for n in range(size)]
print(answers[-2:], client.request)
