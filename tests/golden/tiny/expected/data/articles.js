dateline.articles = {"list":[
["2021-05-06-names","Names in two towns","2021-05-06",-1,[0,1,2,5]],
["2021-03-04-wrapped","A <b>bold</b> plan: 100% of *it*","2021-03-04",0,[1,4]],
["raw-text","Minister Larsen Opens the Bridge at Havn","",-1,[0,1,2,3,4]]
]};
