from dataclasses import dataclass, field

import requests


@dataclass
class Client:
    base: str
    session: requests.Session = field(default_factory=requests.Session)

    def size(self, path):
        try:
            response = self.session.get(self.base + path, timeout=10)
            return len(response.content)
        except requests.RequestException:
            return 0


def main():
    client = Client("http://127.0.0.1:9")
    sizes = []
    for number in range(12):
        sizes.append(client.size(f"/{number}"))
    print(sizes)


if __name__ == "__main__":
    main()
