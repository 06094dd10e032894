import pandas as pd


class Report:
    def __init__(self, frame):
        self.items = []
        self.index = 0
        self.map = {}
        self.values = frame

    def fill(self, frame):
        for row in frame.itertuples():
            self.items.append(row.a * 2)


def doubled(frame):
    out = []
    for row in frame.itertuples():
        out.append(row.a * 2)
    return out


frame = pd.DataFrame({"a": [1, 2]})
report = Report(frame)
report.fill(frame)
print(doubled(frame), report.items, report.index, report.map)
