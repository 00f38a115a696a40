dateline.names = {"articles":3,"years":["2021"],"publishers":["The Havn & Norby Gazette"],"entities":[
[0,"ada-larsen","Ada Larsen",["Ada B. Larsen"],"minister, Bridge Company",2,5],
[1,"bridge-company","Bridge Company",["B.C."],"It builds [bridges](nowhere) & <roads>.",3,5],
[0,"bo-larsen","Bo Larsen",[],"engineer, Bridge Company",2,4],
[2,"havn","Havn",[],"",1,4],
[2,"norby","Norby",[],"",2,2],
[2,"spring-east","East Spring",[],"",1,1],
[0,"cid-nobody","Cid Nobody",[],"",0,0],
[2,"spring-west","West Spring",[],"",0,0]
]};
