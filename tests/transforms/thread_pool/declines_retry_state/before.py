import time


class Session:
    def __init__(self):
        self.token = 0

    def get(self, path):
        time.sleep(0.001)
        self.token = (self.token * 31 + len(path)) % 997
        return f"{path}?{self.token}"


session = Session()
pages = []
for path in ["a", "bb", "ccc", "dddd"] * 4:
    pages.append(session.get(path))
print(pages)
