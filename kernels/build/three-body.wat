(module
 (type $0 (func (param i32 i32 i32 i32 i32 i32 i32 i32 i32)))
 (type $1 (func (param f64 f64 f64 f64)))
 (import "env" "memory" (memory $0 1))
 (global $assembly/three-body/m12min (mut f64) (f64.const 0))
 (global $assembly/three-body/dm (mut f64) (f64.const 0))
 (global $assembly/three-body/halfOverM (mut f64) (f64.const 0))
 (global $assembly/three-body/m1s (mut f64) (f64.const 0))
 (global $assembly/three-body/m2s (mut f64) (f64.const 0))
 (global $assembly/three-body/m3s (mut f64) (f64.const 0))
 (global $assembly/three-body/sum12 (mut f64) (f64.const 0))
 (global $assembly/three-body/difference12 (mut f64) (f64.const 0))
 (global $assembly/three-body/sum3 (mut f64) (f64.const 0))
 (global $assembly/three-body/difference3 (mut f64) (f64.const 0))
 (global $assembly/three-body/volume (mut f64) (f64.const 0))
 (export "configure" (func $assembly/three-body/configure))
 (export "generate" (func $assembly/three-body/generate))
 (export "memory" (memory $0))
 (func $assembly/three-body/generate (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (param $6 i32) (param $7 i32) (param $8 i32)
  (local $9 v128)
  (local $10 v128)
  (local $11 v128)
  (local $12 i32)
  (local $13 v128)
  (local $14 v128)
  (local $15 v128)
  (local $16 v128)
  (local $17 v128)
  (local $18 v128)
  (local $19 v128)
  (local $20 v128)
  (local $21 v128)
  (local $22 v128)
  (local $23 v128)
  (local $24 v128)
  (local $25 v128)
  (local $26 v128)
  (local $27 v128)
  (local $28 v128)
  (local $29 v128)
  (local $30 v128)
  (local $31 v128)
  (local $32 v128)
  (local $33 v128)
  (local $34 v128)
  (local $35 v128)
  (local $36 v128)
  (local $37 v128)
  (local $38 v128)
  (local $39 v128)
  (local $40 v128)
  (local $41 v128)
  (local $42 v128)
  (local $43 v128)
  (local $44 v128)
  (local $45 v128)
  local.get $7
  i32x4.splat
  local.set $11
  local.get $8
  i32x4.splat
  local.set $9
  local.get $7
  i32.const 466688986
  i32.xor
  local.get $8
  i32.xor
  i32x4.splat
  local.set $10
  local.get $6
  i32.const 20
  i32.shl
  local.get $4
  i32.or
  i32x4.splat
  local.set $13
  local.get $6
  i32.const 1
  i32.add
  i32.const 20
  i32.shl
  local.get $4
  i32.or
  i32x4.splat
  local.set $14
  local.get $6
  i32.const 2
  i32.add
  i32.const 20
  i32.shl
  local.get $4
  i32.or
  i32x4.splat
  local.set $15
  loop $for-loop|0
   local.get $5
   local.get $12
   i32.gt_s
   if
    local.get $2
    local.get $3
    local.get $12
    i32.add
    i32x4.splat
    v128.const i32x4 0x00000000 0x00000001 0x00000002 0x00000003
    i32x4.add
    local.get $11
    i32x4.add
    local.tee $16
    local.get $13
    local.get $9
    i32x4.add
    local.tee $17
    i32x4.add
    local.tee $18
    local.get $17
    i32.const 13
    i32x4.shl
    local.get $17
    i32.const 19
    i32x4.shr_u
    v128.or
    local.get $18
    v128.xor
    local.tee $17
    i32x4.add
    local.tee $18
    local.get $17
    i32.const 15
    i32x4.shl
    local.get $17
    i32.const 17
    i32x4.shr_u
    v128.or
    local.get $18
    v128.xor
    local.tee $17
    i32x4.add
    local.tee $18
    local.get $17
    i32.const 26
    i32x4.shl
    local.get $17
    i32.const 6
    i32x4.shr_u
    v128.or
    local.get $18
    v128.xor
    local.tee $17
    i32x4.add
    local.tee $18
    local.get $9
    i32x4.add
    local.get $17
    i32.const 6
    i32x4.shl
    local.get $17
    i32.const 26
    i32x4.shr_u
    v128.or
    local.get $18
    v128.xor
    local.get $10
    v128.const i32x4 0x00000001 0x00000001 0x00000001 0x00000001
    i32x4.add
    local.tee $17
    i32x4.add
    local.tee $18
    i32x4.add
    local.tee $19
    local.get $18
    i32.const 17
    i32x4.shl
    local.get $18
    i32.const 15
    i32x4.shr_u
    v128.or
    local.get $19
    v128.xor
    local.tee $18
    i32x4.add
    local.tee $19
    local.get $18
    i32.const 29
    i32x4.shl
    local.get $18
    i32.const 3
    i32x4.shr_u
    v128.or
    local.get $19
    v128.xor
    local.tee $18
    i32x4.add
    local.tee $19
    local.get $18
    i32.const 16
    i32x4.shl
    local.get $18
    i32.const 16
    i32x4.shr_u
    v128.or
    local.get $19
    v128.xor
    local.tee $18
    i32x4.add
    local.tee $19
    local.get $10
    i32x4.add
    local.get $18
    i32.const 24
    i32x4.shl
    local.get $18
    i32.const 8
    i32x4.shr_u
    v128.or
    local.get $19
    v128.xor
    local.get $11
    v128.const i32x4 0x00000002 0x00000002 0x00000002 0x00000002
    i32x4.add
    local.tee $18
    i32x4.add
    local.tee $19
    i32x4.add
    local.tee $20
    local.get $19
    i32.const 13
    i32x4.shl
    local.get $19
    i32.const 19
    i32x4.shr_u
    v128.or
    local.get $20
    v128.xor
    local.tee $19
    i32x4.add
    local.tee $20
    local.get $19
    i32.const 15
    i32x4.shl
    local.get $19
    i32.const 17
    i32x4.shr_u
    v128.or
    local.get $20
    v128.xor
    local.tee $19
    i32x4.add
    local.tee $20
    local.get $19
    i32.const 26
    i32x4.shl
    local.get $19
    i32.const 6
    i32x4.shr_u
    v128.or
    local.get $20
    v128.xor
    local.tee $19
    i32x4.add
    local.tee $20
    local.get $11
    i32x4.add
    local.get $19
    i32.const 6
    i32x4.shl
    local.get $19
    i32.const 26
    i32x4.shr_u
    v128.or
    local.get $20
    v128.xor
    local.get $9
    v128.const i32x4 0x00000003 0x00000003 0x00000003 0x00000003
    i32x4.add
    local.tee $19
    i32x4.add
    local.tee $20
    i32x4.add
    local.tee $21
    local.get $20
    i32.const 17
    i32x4.shl
    local.get $20
    i32.const 15
    i32x4.shr_u
    v128.or
    local.get $21
    v128.xor
    local.tee $20
    i32x4.add
    local.tee $21
    local.get $20
    i32.const 29
    i32x4.shl
    local.get $20
    i32.const 3
    i32x4.shr_u
    v128.or
    local.get $21
    v128.xor
    local.tee $20
    i32x4.add
    local.tee $21
    local.get $20
    i32.const 16
    i32x4.shl
    local.get $20
    i32.const 16
    i32x4.shr_u
    v128.or
    local.get $21
    v128.xor
    local.tee $20
    i32x4.add
    local.tee $21
    local.get $9
    i32x4.add
    local.get $20
    i32.const 24
    i32x4.shl
    local.get $20
    i32.const 8
    i32x4.shr_u
    v128.or
    local.get $21
    v128.xor
    local.get $10
    v128.const i32x4 0x00000004 0x00000004 0x00000004 0x00000004
    i32x4.add
    local.tee $20
    i32x4.add
    local.tee $21
    i32x4.add
    local.tee $22
    local.get $21
    i32.const 13
    i32x4.shl
    local.get $21
    i32.const 19
    i32x4.shr_u
    v128.or
    local.get $22
    v128.xor
    local.tee $21
    i32x4.add
    local.tee $22
    local.get $21
    i32.const 15
    i32x4.shl
    local.get $21
    i32.const 17
    i32x4.shr_u
    v128.or
    local.get $22
    v128.xor
    local.tee $21
    i32x4.add
    local.tee $22
    local.get $21
    i32.const 26
    i32x4.shl
    local.get $21
    i32.const 6
    i32x4.shr_u
    v128.or
    local.get $22
    v128.xor
    local.tee $21
    i32x4.add
    local.tee $22
    local.get $10
    i32x4.add
    v128.store
    local.get $2
    local.get $21
    i32.const 6
    i32x4.shl
    local.get $21
    i32.const 26
    i32x4.shr_u
    v128.or
    local.get $22
    v128.xor
    local.get $11
    v128.const i32x4 0x00000005 0x00000005 0x00000005 0x00000005
    i32x4.add
    local.tee $21
    i32x4.add
    v128.store offset=16
    local.get $2
    local.get $16
    local.get $14
    local.get $9
    i32x4.add
    local.tee $22
    i32x4.add
    local.tee $23
    local.get $22
    i32.const 13
    i32x4.shl
    local.get $22
    i32.const 19
    i32x4.shr_u
    v128.or
    local.get $23
    v128.xor
    local.tee $22
    i32x4.add
    local.tee $23
    local.get $22
    i32.const 15
    i32x4.shl
    local.get $22
    i32.const 17
    i32x4.shr_u
    v128.or
    local.get $23
    v128.xor
    local.tee $22
    i32x4.add
    local.tee $23
    local.get $22
    i32.const 26
    i32x4.shl
    local.get $22
    i32.const 6
    i32x4.shr_u
    v128.or
    local.get $23
    v128.xor
    local.tee $22
    i32x4.add
    local.tee $23
    local.get $9
    i32x4.add
    local.get $22
    i32.const 6
    i32x4.shl
    local.get $22
    i32.const 26
    i32x4.shr_u
    v128.or
    local.get $23
    v128.xor
    local.get $17
    i32x4.add
    local.tee $22
    i32x4.add
    local.tee $23
    local.get $22
    i32.const 17
    i32x4.shl
    local.get $22
    i32.const 15
    i32x4.shr_u
    v128.or
    local.get $23
    v128.xor
    local.tee $22
    i32x4.add
    local.tee $23
    local.get $22
    i32.const 29
    i32x4.shl
    local.get $22
    i32.const 3
    i32x4.shr_u
    v128.or
    local.get $23
    v128.xor
    local.tee $22
    i32x4.add
    local.tee $23
    local.get $22
    i32.const 16
    i32x4.shl
    local.get $22
    i32.const 16
    i32x4.shr_u
    v128.or
    local.get $23
    v128.xor
    local.tee $22
    i32x4.add
    local.tee $23
    local.get $10
    i32x4.add
    local.get $22
    i32.const 24
    i32x4.shl
    local.get $22
    i32.const 8
    i32x4.shr_u
    v128.or
    local.get $23
    v128.xor
    local.get $18
    i32x4.add
    local.tee $22
    i32x4.add
    local.tee $23
    local.get $22
    i32.const 13
    i32x4.shl
    local.get $22
    i32.const 19
    i32x4.shr_u
    v128.or
    local.get $23
    v128.xor
    local.tee $22
    i32x4.add
    local.tee $23
    local.get $22
    i32.const 15
    i32x4.shl
    local.get $22
    i32.const 17
    i32x4.shr_u
    v128.or
    local.get $23
    v128.xor
    local.tee $22
    i32x4.add
    local.tee $23
    local.get $22
    i32.const 26
    i32x4.shl
    local.get $22
    i32.const 6
    i32x4.shr_u
    v128.or
    local.get $23
    v128.xor
    local.tee $22
    i32x4.add
    local.tee $23
    local.get $11
    i32x4.add
    local.get $22
    i32.const 6
    i32x4.shl
    local.get $22
    i32.const 26
    i32x4.shr_u
    v128.or
    local.get $23
    v128.xor
    local.get $19
    i32x4.add
    local.tee $22
    i32x4.add
    local.tee $23
    local.get $22
    i32.const 17
    i32x4.shl
    local.get $22
    i32.const 15
    i32x4.shr_u
    v128.or
    local.get $23
    v128.xor
    local.tee $22
    i32x4.add
    local.tee $23
    local.get $22
    i32.const 29
    i32x4.shl
    local.get $22
    i32.const 3
    i32x4.shr_u
    v128.or
    local.get $23
    v128.xor
    local.tee $22
    i32x4.add
    local.tee $23
    local.get $22
    i32.const 16
    i32x4.shl
    local.get $22
    i32.const 16
    i32x4.shr_u
    v128.or
    local.get $23
    v128.xor
    local.tee $22
    i32x4.add
    local.tee $23
    local.get $9
    i32x4.add
    local.get $22
    i32.const 24
    i32x4.shl
    local.get $22
    i32.const 8
    i32x4.shr_u
    v128.or
    local.get $23
    v128.xor
    local.get $20
    i32x4.add
    local.tee $22
    i32x4.add
    local.tee $23
    local.get $22
    i32.const 13
    i32x4.shl
    local.get $22
    i32.const 19
    i32x4.shr_u
    v128.or
    local.get $23
    v128.xor
    local.tee $22
    i32x4.add
    local.tee $23
    local.get $22
    i32.const 15
    i32x4.shl
    local.get $22
    i32.const 17
    i32x4.shr_u
    v128.or
    local.get $23
    v128.xor
    local.tee $22
    i32x4.add
    local.tee $23
    local.get $22
    i32.const 26
    i32x4.shl
    local.get $22
    i32.const 6
    i32x4.shr_u
    v128.or
    local.get $23
    v128.xor
    local.tee $22
    i32x4.add
    local.tee $23
    local.get $10
    i32x4.add
    v128.store offset=32
    local.get $2
    local.get $22
    i32.const 6
    i32x4.shl
    local.get $22
    i32.const 26
    i32x4.shr_u
    v128.or
    local.get $23
    v128.xor
    local.get $21
    i32x4.add
    v128.store offset=48
    local.get $2
    i32.const -64
    i32.sub
    local.tee $4
    local.get $16
    local.get $15
    local.get $9
    i32x4.add
    local.tee $16
    i32x4.add
    local.tee $22
    local.get $16
    i32.const 13
    i32x4.shl
    local.get $16
    i32.const 19
    i32x4.shr_u
    v128.or
    local.get $22
    v128.xor
    local.tee $16
    i32x4.add
    local.tee $22
    local.get $16
    i32.const 15
    i32x4.shl
    local.get $16
    i32.const 17
    i32x4.shr_u
    v128.or
    local.get $22
    v128.xor
    local.tee $16
    i32x4.add
    local.tee $22
    local.get $16
    i32.const 26
    i32x4.shl
    local.get $16
    i32.const 6
    i32x4.shr_u
    v128.or
    local.get $22
    v128.xor
    local.tee $16
    i32x4.add
    local.tee $22
    local.get $9
    i32x4.add
    local.get $16
    i32.const 6
    i32x4.shl
    local.get $16
    i32.const 26
    i32x4.shr_u
    v128.or
    local.get $22
    v128.xor
    local.get $17
    i32x4.add
    local.tee $16
    i32x4.add
    local.tee $17
    local.get $16
    i32.const 17
    i32x4.shl
    local.get $16
    i32.const 15
    i32x4.shr_u
    v128.or
    local.get $17
    v128.xor
    local.tee $16
    i32x4.add
    local.tee $17
    local.get $16
    i32.const 29
    i32x4.shl
    local.get $16
    i32.const 3
    i32x4.shr_u
    v128.or
    local.get $17
    v128.xor
    local.tee $16
    i32x4.add
    local.tee $17
    local.get $16
    i32.const 16
    i32x4.shl
    local.get $16
    i32.const 16
    i32x4.shr_u
    v128.or
    local.get $17
    v128.xor
    local.tee $16
    i32x4.add
    local.tee $17
    local.get $10
    i32x4.add
    local.get $16
    i32.const 24
    i32x4.shl
    local.get $16
    i32.const 8
    i32x4.shr_u
    v128.or
    local.get $17
    v128.xor
    local.get $18
    i32x4.add
    local.tee $16
    i32x4.add
    local.tee $17
    local.get $16
    i32.const 13
    i32x4.shl
    local.get $16
    i32.const 19
    i32x4.shr_u
    v128.or
    local.get $17
    v128.xor
    local.tee $16
    i32x4.add
    local.tee $17
    local.get $16
    i32.const 15
    i32x4.shl
    local.get $16
    i32.const 17
    i32x4.shr_u
    v128.or
    local.get $17
    v128.xor
    local.tee $16
    i32x4.add
    local.tee $17
    local.get $16
    i32.const 26
    i32x4.shl
    local.get $16
    i32.const 6
    i32x4.shr_u
    v128.or
    local.get $17
    v128.xor
    local.tee $16
    i32x4.add
    local.tee $17
    local.get $11
    i32x4.add
    local.get $16
    i32.const 6
    i32x4.shl
    local.get $16
    i32.const 26
    i32x4.shr_u
    v128.or
    local.get $17
    v128.xor
    local.get $19
    i32x4.add
    local.tee $16
    i32x4.add
    local.tee $17
    local.get $16
    i32.const 17
    i32x4.shl
    local.get $16
    i32.const 15
    i32x4.shr_u
    v128.or
    local.get $17
    v128.xor
    local.tee $16
    i32x4.add
    local.tee $17
    local.get $16
    i32.const 29
    i32x4.shl
    local.get $16
    i32.const 3
    i32x4.shr_u
    v128.or
    local.get $17
    v128.xor
    local.tee $16
    i32x4.add
    local.tee $17
    local.get $16
    i32.const 16
    i32x4.shl
    local.get $16
    i32.const 16
    i32x4.shr_u
    v128.or
    local.get $17
    v128.xor
    local.tee $16
    i32x4.add
    local.tee $17
    local.get $9
    i32x4.add
    local.get $16
    i32.const 24
    i32x4.shl
    local.get $16
    i32.const 8
    i32x4.shr_u
    v128.or
    local.get $17
    v128.xor
    local.get $20
    i32x4.add
    local.tee $16
    i32x4.add
    local.tee $17
    local.get $16
    i32.const 13
    i32x4.shl
    local.get $16
    i32.const 19
    i32x4.shr_u
    v128.or
    local.get $17
    v128.xor
    local.tee $16
    i32x4.add
    local.tee $17
    local.get $16
    i32.const 15
    i32x4.shl
    local.get $16
    i32.const 17
    i32x4.shr_u
    v128.or
    local.get $17
    v128.xor
    local.tee $16
    i32x4.add
    local.tee $17
    local.get $16
    i32.const 26
    i32x4.shl
    local.get $16
    i32.const 6
    i32x4.shr_u
    v128.or
    local.get $17
    v128.xor
    local.tee $16
    i32x4.add
    local.tee $17
    local.get $10
    i32x4.add
    v128.store
    local.get $4
    local.get $16
    i32.const 6
    i32x4.shl
    local.get $16
    i32.const 26
    i32x4.shr_u
    v128.or
    local.get $17
    v128.xor
    local.get $21
    i32x4.add
    v128.store offset=16
    local.get $2
    v128.load offset=48
    local.set $24
    local.get $2
    v128.load offset=64
    local.set $25
    global.get $assembly/three-body/sum3
    f64x2.splat
    local.tee $26
    global.get $assembly/three-body/m12min
    f64x2.splat
    local.tee $27
    local.get $2
    v128.load
    local.tee $28
    f64x2.convert_low_i32x4_u
    v128.const i32x4 0x00000000 0x3fe00000 0x00000000 0x3fe00000
    f64x2.add
    v128.const i32x4 0x00000000 0x3df00000 0x00000000 0x3df00000
    f64x2.mul
    global.get $assembly/three-body/dm
    f64x2.splat
    local.tee $29
    f64x2.mul
    f64x2.add
    local.tee $21
    local.get $21
    f64x2.mul
    local.tee $18
    f64x2.sub
    global.get $assembly/three-body/difference3
    f64x2.splat
    local.tee $30
    local.get $18
    f64x2.sub
    f64x2.mul
    v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
    f64x2.max
    f64x2.sqrt
    global.get $assembly/three-body/halfOverM
    f64x2.splat
    local.tee $31
    f64x2.mul
    local.set $32
    v128.const i32x4 0x00000000 0x40000000 0x00000000 0x40000000
    local.get $2
    v128.load offset=16
    local.tee $33
    f64x2.convert_low_i32x4_u
    v128.const i32x4 0x00000000 0x3fe00000 0x00000000 0x3fe00000
    f64x2.add
    v128.const i32x4 0x00000000 0x3df00000 0x00000000 0x3df00000
    f64x2.mul
    f64x2.mul
    v128.const i32x4 0x00000000 0x3ff00000 0x00000000 0x3ff00000
    f64x2.sub
    local.set $20
    local.get $2
    v128.load offset=32
    local.tee $34
    f64x2.convert_low_i32x4_u
    v128.const i32x4 0x00000000 0x3fe00000 0x00000000 0x3fe00000
    f64x2.add
    v128.const i32x4 0x00000000 0x3df00000 0x00000000 0x3df00000
    f64x2.mul
    v128.const i32x4 0x00000000 0x40100000 0x00000000 0x40100000
    f64x2.mul
    local.tee $16
    v128.const i32x4 0x00000000 0x3fe00000 0x00000000 0x3fe00000
    f64x2.add
    f64x2.floor
    local.set $17
    local.get $16
    local.get $17
    f64x2.sub
    v128.const i32x4 0x54442d18 0x3ff921fb 0x54442d18 0x3ff921fb
    f64x2.mul
    local.tee $16
    local.get $16
    f64x2.mul
    local.set $19
    local.get $2
    local.get $16
    local.get $16
    local.get $19
    f64x2.mul
    v128.const i32x4 0x55555549 0xbfc55555 0x55555549 0xbfc55555
    local.get $19
    v128.const i32x4 0x1110f8a6 0x3f811111 0x1110f8a6 0x3f811111
    local.get $19
    v128.const i32x4 0x19c161d5 0xbf2a01a0 0x19c161d5 0xbf2a01a0
    local.get $19
    v128.const i32x4 0x57b1fe7d 0x3ec71de3 0x57b1fe7d 0x3ec71de3
    local.get $19
    v128.const i32x4 0x8a2b9ceb 0xbe5ae5e6 0x8a2b9ceb 0xbe5ae5e6
    local.get $19
    v128.const i32x4 0x5acfd57c 0x3de5d93a 0x5acfd57c 0x3de5d93a
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    local.tee $16
    v128.const i32x4 0x00000000 0x3ff00000 0x00000000 0x3ff00000
    v128.const i32x4 0x00000000 0x3fe00000 0x00000000 0x3fe00000
    local.get $19
    f64x2.mul
    f64x2.sub
    local.get $19
    local.get $19
    f64x2.mul
    v128.const i32x4 0x5555554c 0x3fa55555 0x5555554c 0x3fa55555
    local.get $19
    v128.const i32x4 0x16c15177 0xbf56c16c 0x16c15177 0xbf56c16c
    local.get $19
    v128.const i32x4 0x19cb1590 0x3efa01a0 0x19cb1590 0x3efa01a0
    local.get $19
    v128.const i32x4 0x809c52ad 0xbe927e4f 0x809c52ad 0xbe927e4f
    local.get $19
    v128.const i32x4 0xbdb4b1c4 0x3e21ee9e 0xbdb4b1c4 0x3e21ee9e
    local.get $19
    v128.const i32x4 0xbe8838d4 0xbda8fae9 0xbe8838d4 0xbda8fae9
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    local.tee $19
    local.get $17
    v128.const i32x4 0x00000000 0x43300000 0x00000000 0x43300000
    f64x2.add
    local.tee $17
    v128.const i32x4 0x00000001 0x00000000 0x00000001 0x00000000
    v128.and
    i64x2.neg
    local.tee $22
    v128.bitselect
    local.get $17
    v128.const i32x4 0x00000001 0x00000000 0x00000001 0x00000000
    i64x2.add
    v128.const i32x4 0x00000002 0x00000000 0x00000002 0x00000000
    v128.and
    i32.const 62
    i64x2.shl
    v128.xor
    v128.store offset=96
    local.get $2
    local.get $19
    local.get $16
    local.get $22
    v128.bitselect
    local.get $17
    v128.const i32x4 0x00000002 0x00000000 0x00000002 0x00000000
    v128.and
    i32.const 62
    i64x2.shl
    v128.xor
    v128.store offset=112
    local.get $18
    global.get $assembly/three-body/sum12
    f64x2.splat
    local.tee $35
    f64x2.sub
    local.get $18
    global.get $assembly/three-body/difference12
    f64x2.splat
    local.tee $36
    f64x2.sub
    f64x2.mul
    f64x2.sqrt
    v128.const i32x4 0x00000000 0x3fe00000 0x00000000 0x3fe00000
    f64x2.mul
    local.get $21
    f64x2.div
    local.tee $37
    v128.const i32x4 0x00000000 0x3ff00000 0x00000000 0x3ff00000
    local.get $20
    local.get $20
    f64x2.mul
    f64x2.sub
    f64x2.sqrt
    f64x2.mul
    local.tee $17
    local.get $2
    v128.load offset=96
    f64x2.mul
    local.set $16
    local.get $17
    local.get $2
    v128.load offset=112
    f64x2.mul
    local.set $17
    local.get $25
    f64x2.convert_low_i32x4_u
    v128.const i32x4 0x00000000 0x3fe00000 0x00000000 0x3fe00000
    f64x2.add
    v128.const i32x4 0x00000000 0x3df00000 0x00000000 0x3df00000
    f64x2.mul
    v128.const i32x4 0x00000000 0x40100000 0x00000000 0x40100000
    f64x2.mul
    local.tee $19
    v128.const i32x4 0x00000000 0x3fe00000 0x00000000 0x3fe00000
    f64x2.add
    f64x2.floor
    local.set $22
    local.get $19
    local.get $22
    f64x2.sub
    v128.const i32x4 0x54442d18 0x3ff921fb 0x54442d18 0x3ff921fb
    f64x2.mul
    local.tee $19
    local.get $19
    f64x2.mul
    local.set $23
    local.get $2
    local.get $19
    local.get $19
    local.get $23
    f64x2.mul
    v128.const i32x4 0x55555549 0xbfc55555 0x55555549 0xbfc55555
    local.get $23
    v128.const i32x4 0x1110f8a6 0x3f811111 0x1110f8a6 0x3f811111
    local.get $23
    v128.const i32x4 0x19c161d5 0xbf2a01a0 0x19c161d5 0xbf2a01a0
    local.get $23
    v128.const i32x4 0x57b1fe7d 0x3ec71de3 0x57b1fe7d 0x3ec71de3
    local.get $23
    v128.const i32x4 0x8a2b9ceb 0xbe5ae5e6 0x8a2b9ceb 0xbe5ae5e6
    local.get $23
    v128.const i32x4 0x5acfd57c 0x3de5d93a 0x5acfd57c 0x3de5d93a
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    local.tee $19
    v128.const i32x4 0x00000000 0x3ff00000 0x00000000 0x3ff00000
    v128.const i32x4 0x00000000 0x3fe00000 0x00000000 0x3fe00000
    local.get $23
    f64x2.mul
    f64x2.sub
    local.get $23
    local.get $23
    f64x2.mul
    v128.const i32x4 0x5555554c 0x3fa55555 0x5555554c 0x3fa55555
    local.get $23
    v128.const i32x4 0x16c15177 0xbf56c16c 0x16c15177 0xbf56c16c
    local.get $23
    v128.const i32x4 0x19cb1590 0x3efa01a0 0x19cb1590 0x3efa01a0
    local.get $23
    v128.const i32x4 0x809c52ad 0xbe927e4f 0x809c52ad 0xbe927e4f
    local.get $23
    v128.const i32x4 0xbdb4b1c4 0x3e21ee9e 0xbdb4b1c4 0x3e21ee9e
    local.get $23
    v128.const i32x4 0xbe8838d4 0xbda8fae9 0xbe8838d4 0xbda8fae9
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    local.tee $23
    local.get $22
    v128.const i32x4 0x00000000 0x43300000 0x00000000 0x43300000
    f64x2.add
    local.tee $22
    v128.const i32x4 0x00000001 0x00000000 0x00000001 0x00000000
    v128.and
    i64x2.neg
    local.tee $38
    v128.bitselect
    local.get $22
    v128.const i32x4 0x00000001 0x00000000 0x00000001 0x00000000
    i64x2.add
    v128.const i32x4 0x00000002 0x00000000 0x00000002 0x00000000
    v128.and
    i32.const 62
    i64x2.shl
    v128.xor
    v128.store offset=96
    local.get $2
    local.get $23
    local.get $19
    local.get $38
    v128.bitselect
    local.get $22
    v128.const i32x4 0x00000002 0x00000000 0x00000002 0x00000000
    v128.and
    i32.const 62
    i64x2.shl
    v128.xor
    v128.store offset=112
    local.get $32
    local.get $32
    f64x2.mul
    local.tee $38
    local.get $18
    f64x2.add
    f64x2.sqrt
    local.get $21
    f64x2.div
    local.tee $39
    v128.const i32x4 0x00000000 0x3ff00000 0x00000000 0x3ff00000
    f64x2.sub
    local.get $16
    v128.const i32x4 0x00000000 0x3ff00000 0x00000000 0x3ff00000
    v128.const i32x4 0x00000000 0x40000000 0x00000000 0x40000000
    local.get $24
    f64x2.convert_low_i32x4_u
    v128.const i32x4 0x00000000 0x3fe00000 0x00000000 0x3fe00000
    f64x2.add
    v128.const i32x4 0x00000000 0x3df00000 0x00000000 0x3df00000
    f64x2.mul
    f64x2.mul
    v128.const i32x4 0x00000000 0x3ff00000 0x00000000 0x3ff00000
    f64x2.sub
    local.tee $40
    local.get $40
    f64x2.mul
    f64x2.sub
    f64x2.sqrt
    local.tee $19
    local.get $2
    v128.load offset=96
    f64x2.mul
    local.tee $18
    f64x2.mul
    local.get $17
    local.get $19
    local.get $2
    v128.load offset=112
    f64x2.mul
    local.tee $19
    f64x2.mul
    f64x2.add
    local.get $37
    local.get $20
    f64x2.mul
    local.tee $20
    local.get $40
    f64x2.mul
    f64x2.add
    local.tee $41
    f64x2.mul
    local.tee $23
    local.get $32
    local.get $21
    f64x2.div
    local.tee $21
    local.get $37
    local.get $37
    f64x2.mul
    local.tee $42
    global.get $assembly/three-body/m1s
    f64x2.splat
    local.tee $43
    f64x2.add
    f64x2.sqrt
    local.tee $44
    f64x2.mul
    f64x2.add
    local.set $22
    local.get $23
    f64x2.neg
    local.get $21
    local.get $42
    global.get $assembly/three-body/m2s
    f64x2.splat
    local.tee $42
    f64x2.add
    f64x2.sqrt
    local.tee $45
    f64x2.mul
    f64x2.add
    local.set $23
    local.get $0
    local.get $12
    i32.const 3
    i32.shl
    i32.add
    local.tee $4
    local.get $37
    local.get $32
    f64x2.mul
    global.get $assembly/three-body/volume
    f64x2.splat
    local.tee $37
    f64x2.mul
    v128.store
    local.get $1
    local.get $4
    i32.add
    local.tee $6
    local.get $39
    local.get $44
    f64x2.mul
    local.get $21
    local.get $41
    f64x2.mul
    local.tee $21
    f64x2.add
    v128.store
    local.get $1
    local.get $6
    i32.add
    local.tee $6
    local.get $16
    local.get $18
    local.get $22
    f64x2.mul
    f64x2.add
    v128.store
    local.get $1
    local.get $6
    i32.add
    local.tee $6
    local.get $17
    local.get $19
    local.get $22
    f64x2.mul
    f64x2.add
    v128.store
    local.get $1
    local.get $6
    i32.add
    local.tee $6
    local.get $20
    local.get $40
    local.get $22
    f64x2.mul
    f64x2.add
    v128.store
    local.get $1
    local.get $6
    i32.add
    local.tee $6
    local.get $39
    local.get $45
    f64x2.mul
    local.get $21
    f64x2.sub
    v128.store
    local.get $1
    local.get $6
    i32.add
    local.tee $6
    local.get $18
    local.get $23
    f64x2.mul
    local.get $16
    f64x2.sub
    v128.store
    local.get $1
    local.get $6
    i32.add
    local.tee $6
    local.get $19
    local.get $23
    f64x2.mul
    local.get $17
    f64x2.sub
    v128.store
    local.get $1
    local.get $6
    i32.add
    local.tee $6
    local.get $40
    local.get $23
    f64x2.mul
    local.get $20
    f64x2.sub
    v128.store
    local.get $1
    local.get $6
    i32.add
    local.tee $6
    local.get $38
    global.get $assembly/three-body/m3s
    f64x2.splat
    local.tee $16
    f64x2.add
    f64x2.sqrt
    v128.store
    local.get $1
    local.get $6
    i32.add
    local.tee $6
    local.get $32
    f64x2.neg
    local.tee $17
    local.get $18
    f64x2.mul
    v128.store
    local.get $1
    local.get $6
    i32.add
    local.tee $6
    local.get $17
    local.get $19
    f64x2.mul
    v128.store
    local.get $1
    local.get $6
    i32.add
    local.get $17
    local.get $40
    f64x2.mul
    v128.store
    local.get $26
    local.get $27
    local.get $28
    local.get $28
    i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15
    f64x2.convert_low_i32x4_u
    v128.const i32x4 0x00000000 0x3fe00000 0x00000000 0x3fe00000
    f64x2.add
    v128.const i32x4 0x00000000 0x3df00000 0x00000000 0x3df00000
    f64x2.mul
    local.get $29
    f64x2.mul
    f64x2.add
    local.tee $17
    local.get $17
    f64x2.mul
    local.tee $18
    f64x2.sub
    local.get $30
    local.get $18
    f64x2.sub
    f64x2.mul
    v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
    f64x2.max
    f64x2.sqrt
    local.get $31
    f64x2.mul
    local.set $19
    local.get $34
    local.get $34
    i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15
    f64x2.convert_low_i32x4_u
    v128.const i32x4 0x00000000 0x3fe00000 0x00000000 0x3fe00000
    f64x2.add
    v128.const i32x4 0x00000000 0x3df00000 0x00000000 0x3df00000
    f64x2.mul
    v128.const i32x4 0x00000000 0x40100000 0x00000000 0x40100000
    f64x2.mul
    local.tee $20
    v128.const i32x4 0x00000000 0x3fe00000 0x00000000 0x3fe00000
    f64x2.add
    f64x2.floor
    local.set $21
    local.get $20
    local.get $21
    f64x2.sub
    v128.const i32x4 0x54442d18 0x3ff921fb 0x54442d18 0x3ff921fb
    f64x2.mul
    local.tee $20
    local.get $20
    f64x2.mul
    local.set $22
    local.get $2
    local.get $20
    local.get $20
    local.get $22
    f64x2.mul
    v128.const i32x4 0x55555549 0xbfc55555 0x55555549 0xbfc55555
    local.get $22
    v128.const i32x4 0x1110f8a6 0x3f811111 0x1110f8a6 0x3f811111
    local.get $22
    v128.const i32x4 0x19c161d5 0xbf2a01a0 0x19c161d5 0xbf2a01a0
    local.get $22
    v128.const i32x4 0x57b1fe7d 0x3ec71de3 0x57b1fe7d 0x3ec71de3
    local.get $22
    v128.const i32x4 0x8a2b9ceb 0xbe5ae5e6 0x8a2b9ceb 0xbe5ae5e6
    local.get $22
    v128.const i32x4 0x5acfd57c 0x3de5d93a 0x5acfd57c 0x3de5d93a
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    local.tee $20
    v128.const i32x4 0x00000000 0x3ff00000 0x00000000 0x3ff00000
    v128.const i32x4 0x00000000 0x3fe00000 0x00000000 0x3fe00000
    local.get $22
    f64x2.mul
    f64x2.sub
    local.get $22
    local.get $22
    f64x2.mul
    v128.const i32x4 0x5555554c 0x3fa55555 0x5555554c 0x3fa55555
    local.get $22
    v128.const i32x4 0x16c15177 0xbf56c16c 0x16c15177 0xbf56c16c
    local.get $22
    v128.const i32x4 0x19cb1590 0x3efa01a0 0x19cb1590 0x3efa01a0
    local.get $22
    v128.const i32x4 0x809c52ad 0xbe927e4f 0x809c52ad 0xbe927e4f
    local.get $22
    v128.const i32x4 0xbdb4b1c4 0x3e21ee9e 0xbdb4b1c4 0x3e21ee9e
    local.get $22
    v128.const i32x4 0xbe8838d4 0xbda8fae9 0xbe8838d4 0xbda8fae9
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    local.tee $22
    local.get $21
    v128.const i32x4 0x00000000 0x43300000 0x00000000 0x43300000
    f64x2.add
    local.tee $21
    v128.const i32x4 0x00000001 0x00000000 0x00000001 0x00000000
    v128.and
    i64x2.neg
    local.tee $23
    v128.bitselect
    local.get $21
    v128.const i32x4 0x00000001 0x00000000 0x00000001 0x00000000
    i64x2.add
    v128.const i32x4 0x00000002 0x00000000 0x00000002 0x00000000
    v128.and
    i32.const 62
    i64x2.shl
    v128.xor
    v128.store offset=96
    local.get $2
    local.get $22
    local.get $20
    local.get $23
    v128.bitselect
    local.get $21
    v128.const i32x4 0x00000002 0x00000000 0x00000002 0x00000000
    v128.and
    i32.const 62
    i64x2.shl
    v128.xor
    v128.store offset=112
    local.get $18
    local.get $35
    f64x2.sub
    local.get $18
    local.get $36
    f64x2.sub
    f64x2.mul
    f64x2.sqrt
    v128.const i32x4 0x00000000 0x3fe00000 0x00000000 0x3fe00000
    f64x2.mul
    local.get $17
    f64x2.div
    local.tee $20
    v128.const i32x4 0x00000000 0x3ff00000 0x00000000 0x3ff00000
    v128.const i32x4 0x00000000 0x40000000 0x00000000 0x40000000
    local.get $33
    local.get $33
    i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15
    f64x2.convert_low_i32x4_u
    v128.const i32x4 0x00000000 0x3fe00000 0x00000000 0x3fe00000
    f64x2.add
    v128.const i32x4 0x00000000 0x3df00000 0x00000000 0x3df00000
    f64x2.mul
    f64x2.mul
    v128.const i32x4 0x00000000 0x3ff00000 0x00000000 0x3ff00000
    f64x2.sub
    local.tee $21
    local.get $21
    f64x2.mul
    f64x2.sub
    f64x2.sqrt
    f64x2.mul
    local.tee $22
    local.get $2
    v128.load offset=96
    f64x2.mul
    local.set $23
    local.get $22
    local.get $2
    v128.load offset=112
    f64x2.mul
    local.set $22
    local.get $25
    local.get $25
    i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15
    f64x2.convert_low_i32x4_u
    v128.const i32x4 0x00000000 0x3fe00000 0x00000000 0x3fe00000
    f64x2.add
    v128.const i32x4 0x00000000 0x3df00000 0x00000000 0x3df00000
    f64x2.mul
    v128.const i32x4 0x00000000 0x40100000 0x00000000 0x40100000
    f64x2.mul
    local.tee $25
    v128.const i32x4 0x00000000 0x3fe00000 0x00000000 0x3fe00000
    f64x2.add
    f64x2.floor
    local.set $26
    local.get $25
    local.get $26
    f64x2.sub
    v128.const i32x4 0x54442d18 0x3ff921fb 0x54442d18 0x3ff921fb
    f64x2.mul
    local.tee $25
    local.get $25
    f64x2.mul
    local.set $27
    local.get $2
    local.get $25
    local.get $25
    local.get $27
    f64x2.mul
    v128.const i32x4 0x55555549 0xbfc55555 0x55555549 0xbfc55555
    local.get $27
    v128.const i32x4 0x1110f8a6 0x3f811111 0x1110f8a6 0x3f811111
    local.get $27
    v128.const i32x4 0x19c161d5 0xbf2a01a0 0x19c161d5 0xbf2a01a0
    local.get $27
    v128.const i32x4 0x57b1fe7d 0x3ec71de3 0x57b1fe7d 0x3ec71de3
    local.get $27
    v128.const i32x4 0x8a2b9ceb 0xbe5ae5e6 0x8a2b9ceb 0xbe5ae5e6
    local.get $27
    v128.const i32x4 0x5acfd57c 0x3de5d93a 0x5acfd57c 0x3de5d93a
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    local.tee $25
    v128.const i32x4 0x00000000 0x3ff00000 0x00000000 0x3ff00000
    v128.const i32x4 0x00000000 0x3fe00000 0x00000000 0x3fe00000
    local.get $27
    f64x2.mul
    f64x2.sub
    local.get $27
    local.get $27
    f64x2.mul
    v128.const i32x4 0x5555554c 0x3fa55555 0x5555554c 0x3fa55555
    local.get $27
    v128.const i32x4 0x16c15177 0xbf56c16c 0x16c15177 0xbf56c16c
    local.get $27
    v128.const i32x4 0x19cb1590 0x3efa01a0 0x19cb1590 0x3efa01a0
    local.get $27
    v128.const i32x4 0x809c52ad 0xbe927e4f 0x809c52ad 0xbe927e4f
    local.get $27
    v128.const i32x4 0xbdb4b1c4 0x3e21ee9e 0xbdb4b1c4 0x3e21ee9e
    local.get $27
    v128.const i32x4 0xbe8838d4 0xbda8fae9 0xbe8838d4 0xbda8fae9
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    f64x2.mul
    f64x2.add
    local.tee $27
    local.get $26
    v128.const i32x4 0x00000000 0x43300000 0x00000000 0x43300000
    f64x2.add
    local.tee $26
    v128.const i32x4 0x00000001 0x00000000 0x00000001 0x00000000
    v128.and
    i64x2.neg
    local.tee $28
    v128.bitselect
    local.get $26
    v128.const i32x4 0x00000001 0x00000000 0x00000001 0x00000000
    i64x2.add
    v128.const i32x4 0x00000002 0x00000000 0x00000002 0x00000000
    v128.and
    i32.const 62
    i64x2.shl
    v128.xor
    v128.store offset=96
    local.get $2
    local.get $27
    local.get $25
    local.get $28
    v128.bitselect
    local.get $26
    v128.const i32x4 0x00000002 0x00000000 0x00000002 0x00000000
    v128.and
    i32.const 62
    i64x2.shl
    v128.xor
    v128.store offset=112
    local.get $19
    local.get $19
    f64x2.mul
    local.tee $25
    local.get $18
    f64x2.add
    f64x2.sqrt
    local.get $17
    f64x2.div
    local.tee $18
    v128.const i32x4 0x00000000 0x3ff00000 0x00000000 0x3ff00000
    f64x2.sub
    local.get $23
    v128.const i32x4 0x00000000 0x3ff00000 0x00000000 0x3ff00000
    v128.const i32x4 0x00000000 0x40000000 0x00000000 0x40000000
    local.get $24
    local.get $24
    i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15
    f64x2.convert_low_i32x4_u
    v128.const i32x4 0x00000000 0x3fe00000 0x00000000 0x3fe00000
    f64x2.add
    v128.const i32x4 0x00000000 0x3df00000 0x00000000 0x3df00000
    f64x2.mul
    f64x2.mul
    v128.const i32x4 0x00000000 0x3ff00000 0x00000000 0x3ff00000
    f64x2.sub
    local.tee $24
    local.get $24
    f64x2.mul
    f64x2.sub
    f64x2.sqrt
    local.tee $26
    local.get $2
    v128.load offset=96
    f64x2.mul
    local.tee $27
    f64x2.mul
    local.get $22
    local.get $26
    local.get $2
    v128.load offset=112
    f64x2.mul
    local.tee $26
    f64x2.mul
    f64x2.add
    local.get $20
    local.get $21
    f64x2.mul
    local.tee $21
    local.get $24
    f64x2.mul
    f64x2.add
    local.tee $28
    f64x2.mul
    local.tee $29
    local.get $19
    local.get $17
    f64x2.div
    local.tee $17
    local.get $20
    local.get $20
    f64x2.mul
    local.tee $30
    local.get $43
    f64x2.add
    f64x2.sqrt
    local.tee $31
    f64x2.mul
    f64x2.add
    local.set $32
    local.get $29
    f64x2.neg
    local.get $17
    local.get $30
    local.get $42
    f64x2.add
    f64x2.sqrt
    local.tee $29
    f64x2.mul
    f64x2.add
    local.set $30
    local.get $4
    i32.const 16
    i32.add
    local.tee $4
    local.get $20
    local.get $19
    f64x2.mul
    local.get $37
    f64x2.mul
    v128.store
    local.get $1
    local.get $4
    i32.add
    local.tee $4
    local.get $18
    local.get $31
    f64x2.mul
    local.get $17
    local.get $28
    f64x2.mul
    local.tee $17
    f64x2.add
    v128.store
    local.get $1
    local.get $4
    i32.add
    local.tee $4
    local.get $23
    local.get $27
    local.get $32
    f64x2.mul
    f64x2.add
    v128.store
    local.get $1
    local.get $4
    i32.add
    local.tee $4
    local.get $22
    local.get $26
    local.get $32
    f64x2.mul
    f64x2.add
    v128.store
    local.get $1
    local.get $4
    i32.add
    local.tee $4
    local.get $21
    local.get $24
    local.get $32
    f64x2.mul
    f64x2.add
    v128.store
    local.get $1
    local.get $4
    i32.add
    local.tee $4
    local.get $18
    local.get $29
    f64x2.mul
    local.get $17
    f64x2.sub
    v128.store
    local.get $1
    local.get $4
    i32.add
    local.tee $4
    local.get $27
    local.get $30
    f64x2.mul
    local.get $23
    f64x2.sub
    v128.store
    local.get $1
    local.get $4
    i32.add
    local.tee $4
    local.get $26
    local.get $30
    f64x2.mul
    local.get $22
    f64x2.sub
    v128.store
    local.get $1
    local.get $4
    i32.add
    local.tee $4
    local.get $24
    local.get $30
    f64x2.mul
    local.get $21
    f64x2.sub
    v128.store
    local.get $1
    local.get $4
    i32.add
    local.tee $4
    local.get $25
    local.get $16
    f64x2.add
    f64x2.sqrt
    v128.store
    local.get $1
    local.get $4
    i32.add
    local.tee $4
    local.get $19
    f64x2.neg
    local.tee $16
    local.get $27
    f64x2.mul
    v128.store
    local.get $1
    local.get $4
    i32.add
    local.tee $4
    local.get $16
    local.get $26
    f64x2.mul
    v128.store
    local.get $1
    local.get $4
    i32.add
    local.get $16
    local.get $24
    f64x2.mul
    v128.store
    local.get $12
    i32.const 4
    i32.add
    local.set $12
    br $for-loop|0
   end
  end
 )
 (func $assembly/three-body/configure (param $0 f64) (param $1 f64) (param $2 f64) (param $3 f64)
  (local $4 f64)
  local.get $0
  local.get $1
  f64.sub
  local.get $2
  f64.sub
  local.get $3
  f64.sub
  global.set $assembly/three-body/dm
  local.get $1
  local.get $2
  f64.add
  local.tee $4
  global.set $assembly/three-body/m12min
  f64.const 0.5
  local.get $0
  f64.div
  global.set $assembly/three-body/halfOverM
  local.get $1
  local.get $1
  f64.mul
  global.set $assembly/three-body/m1s
  local.get $2
  local.get $2
  f64.mul
  global.set $assembly/three-body/m2s
  local.get $3
  local.get $3
  f64.mul
  global.set $assembly/three-body/m3s
  local.get $4
  local.get $4
  f64.mul
  global.set $assembly/three-body/sum12
  local.get $1
  local.get $2
  f64.sub
  local.tee $1
  local.get $1
  f64.mul
  global.set $assembly/three-body/difference12
  local.get $0
  local.get $3
  f64.add
  local.tee $1
  local.get $1
  f64.mul
  global.set $assembly/three-body/sum3
  local.get $0
  local.get $3
  f64.sub
  local.tee $1
  local.get $1
  f64.mul
  global.set $assembly/three-body/difference3
  global.get $assembly/three-body/dm
  local.get $0
  f64.const 496.10042688479706
  f64.mul
  f64.div
  global.set $assembly/three-body/volume
 )
)
