import os

import requests

BASE = os.environ.get("API", "http://127.0.0.1:9")


def main():
    for number in range(6):
        url = f"{BASE}/data/{number}"
        with requests.get(url, stream=True, timeout=5) as answer:
            answer.raise_for_status()
            with open(f"{number}.bin", "wb") as file:
                for piece in answer.iter_content(chunk_size=8192):
                    if piece:
                        file.write(piece)
    print("saved")


main()
