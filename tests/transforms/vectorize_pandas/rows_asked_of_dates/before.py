import pandas as pd


def by_month(sales):
    totals = {}
    for _, sale in sales.iterrows():
        month = (sale["day"].year, sale.day.month)
        totals[month] = totals.get(month, 0) + sale["cents"]
        if sale["day"].weekday() >= 5:
            print(f"{sale['day'].strftime('%d.%m.%y'):>10}", sale["day"].year)
        if sale["paid"] is not pd.NaT:
            print(sale["paid"].date(), sale["paid"].day_name())
    return totals


sales = pd.DataFrame(
    {
        "day": pd.to_datetime(["2024-01-06", "2024-02-29", "2023-12-31", "2024-01-06"]),
        "cents": [250, 1999, 3, 70],
        "paid": pd.to_datetime(["2024-01-08 09:30", None, "2024-01-08 09:30", "2024-03-01 00:00"]),
    }
)
print(by_month(sales))
print(by_month(sales.iloc[:0]))
print(by_month(sales.astype({"paid": object})))
sales.loc[2, "day"] = None
try:
    print(by_month(sales.iloc[2:]))
except ValueError as error:
    print(error)
sales["cents"] = pd.array([1, None, 2, 3], dtype="Int64")
print(by_month(sales[["day", "cents", "paid"]].iloc[:2]))
