import os
import urllib.request

HOST = os.environ.get("HOST", "127.0.0.1:9")


def fetch(number):
    data = urllib.request.urlopen(f"http://{HOST}/{number}").read()
    return len(data), len(os.listdir(f"/proc/{os.getpid()}/fd"))


for number in range(6):
    print(*fetch(number))
