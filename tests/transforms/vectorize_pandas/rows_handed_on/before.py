import pandas as pd


def city(shop):
    return shop.place.split(",")[0]


def line(label, shop, width=8):
    def padded():
        return city(shop).ljust(width)

    return f"{label} {padded()} {shop['turnover']:>10.2f}"


def report(shops):
    totals = {}
    for label, shop in shops.iterrows():
        totals[city(shop)] = totals.get(city(shop), 0.0) + shop.turnover
        print(line(label, shop), shop.get("open", "?"))
    print(totals)


shops = pd.DataFrame(
    {"place": ["Bonn, D", "Rome, I", "Bonn, D"], "turnover": [0.1, 0.7, 0.2], "staff": [1, 2, 3]}
)
report(shops)
report(shops.assign(open=[True, False, None]))
report(shops.set_index("place", drop=False))
try:
    report(shops.drop(columns="turnover"))
except AttributeError as error:
    print(error)


@pd.api.extensions.register_series_accessor("place")
class Place:
    def __init__(self, series):
        self.series = series

    def split(self, mark):
        return ["accessor " + self.series["place"]]


report(shops)
