"""The forms of a report: `data.to_json`, and `terminal.render`, `markdown.render`, `html.render`.

The last three lay out one `view` of it. `exports.claims_csv` and `claimreview.reviews` are made from its JSON.
"""
